// SPDX-License-Identifier: Apache-2.0
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

export interface PostRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the attempt wherever it is. */
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** As the receiver wrote it. */
  readonly retryAfter: string | null;
}

/** A receiver has nothing to say in more than this. @source Node's own default, 16 KiB; our own convention below */
const maxHeaderBytes = 8192;

/**
 * Sends a body to one of these addresses and nowhere else, over a connection of its own; the certificate must be good for the
 * name in the URL. The answer's body is not read. Rejects when no answer comes.
 */
export function postPinned(
  { url, headers, body, signal }: PostRequest,
  addresses: readonly string[],
): Promise<PostAnswer> {
  const bytes = Buffer.from(body);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length, connection: 'close' },
      agent: false,
      lookup: createPinnedLookup(addresses),
      maxHeaderSize: maxHeaderBytes,
      signal,
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null });
      // What is in it would be of no use, and may never end.
      answer.on('error', () => undefined).destroy();
    });
    sent.end(bytes);
  });
}

function createPinnedLookup(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, callback) => {
    const [first] = found;
    if (first === undefined) callback(new Error('There is no address.'), '');
    else if (all) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
