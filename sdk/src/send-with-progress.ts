// SPDX-License-Identifier: Apache-2.0
import type { HttpAnswer, HttpRequest } from './send-request.ts';

// Only what is used of the browser's XMLHttpRequest, so that the client also compiles where there is no DOM.
interface ProgressRequest {
  readonly status: number;
  readonly responseText: string;
  readonly upload: { onprogress: ((event: UploadProgress) => void) | null };
  onload: (() => void) | null;
  onerror: (() => void) | null;
  onabort: (() => void) | null;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(body: Blob | string | null): void;
  abort(): void;
}

interface UploadProgress {
  readonly lengthComputable: boolean;
  readonly loaded: number;
  readonly total: number;
}

export type ProgressRequestConstructor = new () => ProgressRequest;

/** The browser's XMLHttpRequest, or undefined where there is none. */
export function findProgressRequest(): ProgressRequestConstructor | undefined {
  return (globalThis as { XMLHttpRequest?: ProgressRequestConstructor }).XMLHttpRequest;
}

/** Sends through the one browser interface that tells how much of a body has left. */
export function sendWithProgress(
  create: ProgressRequestConstructor,
  request: HttpRequest,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sending = new create();
    const stop = () => sending.abort();
    const settle = (finish: () => void) => () => {
      request.signal?.removeEventListener('abort', stop);
      finish();
    };
    sending.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => report(request, event);
    sending.onload = settle(() => resolve(toAnswer(sending)));
    sending.onerror = settle(() => reject(new TypeError('Network failure')));
    sending.onabort = settle(() => reject(new TypeError('Stopped')));
    request.signal?.addEventListener('abort', stop);
    sending.send(request.body ?? null);
    if (request.signal?.aborted) stop();
  });
}

function report(request: HttpRequest, event: UploadProgress): void {
  if (event.lengthComputable && event.total > 0) request.onUploadProgress?.(event.loaded / event.total);
}

function toAnswer(sent: ProgressRequest): HttpAnswer {
  return { status: sent.status, text: sent.responseText, retryAfter: sent.getResponseHeader('retry-after') };
}
