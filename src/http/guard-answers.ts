// SPDX-License-Identifier: Apache-2.0
import type { App } from './app.ts';
import { drainBody } from './drain-body.ts';
import { dataHeaders, strictTransport } from './security-headers.ts';

/** Security headers on every answer, and a proper end for uploads that were refused half-way. */
export function guardAnswers(app: App, { publicUrl }: { readonly publicUrl: string }): void {
  const isHttps = publicUrl.startsWith('https:');
  const headers = isHttps ? { ...dataHeaders, 'strict-transport-security': strictTransport } : dataHeaders;
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.addHook('onSend', async ({ raw }, _reply, payload) => {
    if (raw.complete === false && !raw.destroyed) await drainBody(raw);
    return payload;
  });
}
