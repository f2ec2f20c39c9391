// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { findBoundary } from '../body/find-boundary.ts';

/** What tells one request from another under the same key, fed while its body arrives. */
export interface BodyFingerprint {
  add(chunk: Uint8Array): void;
  /** SHA-256, lower-case hex; the same however often it is asked for. Nothing may be added afterwards. */
  digest(): string;
}

export interface FingerprintedRequest {
  readonly contentType: string;
  /** As it stands in the address after `?`. */
  readonly query: string;
}

/**
 * Hashes a body byte by byte, with its media type and what the address asks for. A form's boundary is left out: clients
 * draw a new one for each attempt.
 */
export function createBodyFingerprint({ contentType, query }: FingerprintedRequest): BodyFingerprint {
  const [mediaType = ''] = contentType.toLowerCase().split(';');
  const hash = createHash('sha256').update(`${JSON.stringify([mediaType.trim(), query])}\n`);
  const add = (bytes: Uint8Array) => void hash.update(bytes);
  const boundary = mediaType.startsWith('multipart/') ? findBoundary(contentType) : undefined;
  const body = boundary === undefined ? { add, end: () => undefined } : leaveOut(Buffer.from(boundary), add);
  let digest: string | undefined;
  return {
    add: body.add,
    digest() {
      if (digest === undefined) body.end();
      digest ??= hash.digest('hex');
      return digest;
    },
  };
}

/** No text of a form. */
const boundaryMark = Buffer.from('\0boundary\0');

/** Hands on everything but the boundary, also where it comes in two chunks. */
function leaveOut(boundary: Buffer, hand: (bytes: Uint8Array) => void) {
  let held: Buffer = Buffer.alloc(0);
  return {
    add(chunk: Uint8Array) {
      const bytes = Buffer.concat([held, chunk]);
      let from = 0;
      for (let at = bytes.indexOf(boundary); at !== -1; at = bytes.indexOf(boundary, from)) {
        hand(bytes.subarray(from, at));
        hand(boundaryMark);
        from = at + boundary.length;
      }
      const end = Math.max(from, bytes.length - boundary.length + 1);
      hand(bytes.subarray(from, end));
      held = bytes.subarray(end);
    },
    end: () => hand(held),
  };
}
