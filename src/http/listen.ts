// SPDX-License-Identifier: Apache-2.0
import type { App } from './app.ts';

/** The address cannot be listened on. The message is made to be printed as it is. */
export class AddressError extends Error {
  constructor(host: string, port: number, cause: unknown) {
    super(`${host}:${port} cannot be used: ${inWords(cause)}`, { cause });
    this.name = 'AddressError';
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there. Stop it, or set OPENDERM_PORT to another port.',
  EACCES: 'this account may not listen there. Set OPENDERM_PORT to a port above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Set OPENDERM_HOST to one of its own.',
  ENOTFOUND: 'there is no such name. Set OPENDERM_HOST to an address of this machine.',
};

function inWords(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? String(cause);
}

/** Starts to answer; returns the port. @throws AddressError */
export async function listen(
  app: App,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  await app.listen({ host, port }).catch((cause: unknown) => {
    throw new AddressError(host, port, cause);
  });
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/**
 * Stops to answer: requests in hand may finish until the deadline, then their connections are cut.
 * An analysis takes at most ten seconds where nobody allows more, so the usual deadline lets every one end.
 */
export async function hangUp(app: App, { deadlineMs }: { readonly deadlineMs: number }): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), deadlineMs);
  await app.close().finally(() => clearTimeout(timer));
}

/** Where a browser on this machine finds it: listening everywhere includes here. */
export function toOrigin(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
