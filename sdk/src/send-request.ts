// SPDX-License-Identifier: Apache-2.0
import { OpenDermError } from './openderm-error.ts';
import { findProgressRequest, sendWithProgress } from './send-with-progress.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
  readonly signal?: AbortSignal;
  /** Called with the share of the body that has left, 0-1; only browsers can tell. */
  readonly onUploadProgress?: (share: number) => void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The whole answer, whatever its status.
 * @throws OpenDermError `ERR_ABORTED` when the signal fired, `ERR_NETWORK` when no answer arrived
 */
export async function sendRequest(fetch: Fetch, request: HttpRequest): Promise<HttpAnswer> {
  try {
    // fetch cannot tell how much of a body has left, so the browser's older interface is used when somebody listens.
    const progress = request.onUploadProgress === undefined ? undefined : findProgressRequest();
    return await (progress === undefined
      ? sendWithFetch(fetch, request)
      : sendWithProgress(progress, request));
  } catch (cause) {
    if (request.signal?.aborted) throw new OpenDermError('ERR_ABORTED', 'The call was stopped', { cause });
    throw new OpenDermError('ERR_NETWORK', `No answer from ${request.url}`, { cause });
  }
}

async function sendWithFetch(fetch: Fetch, request: HttpRequest): Promise<HttpAnswer> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: { ...request.headers },
    // The token travels in a header; cookies of the same origin are none of the device's business.
    credentials: 'omit',
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const text = await response.text();
  return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
}
