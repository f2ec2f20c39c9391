// SPDX-License-Identifier: Apache-2.0
import type { App } from './app.ts';

export interface SecurityTxtDependencies {
  /** A `mailto:` or `https:` address. */
  readonly securityContact: string;
  readonly publicUrl: string;
  readonly clock: { nowMs(): number };
}

/** @source RFC 9116, 2.5.5: less than a year is recommended */
const validMs = 180 * 24 * 60 * 60 * 1000;

/** Where to report a weakness. @source RFC 9116 */
export function routeSecurityTxt(app: App, dependencies: SecurityTxtDependencies): void {
  const { securityContact, publicUrl, clock } = dependencies;
  app.get('/.well-known/security.txt', {
    schema: { hide: true },
    handler: (_request, reply) => {
      const expires = new Date(clock.nowMs() + validMs).toISOString();
      const canonical = new URL('/.well-known/security.txt', publicUrl).href;
      const lines = [`Contact: ${securityContact}`, `Expires: ${expires}`, `Canonical: ${canonical}`];
      return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\nPreferred-Languages: en\n`);
    },
  });
}
