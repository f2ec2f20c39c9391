// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer } from 'node:net';
import { AddressError } from './listen.ts';

/** A port that nobody else can take until it is released. */
export interface HeldPort {
  readonly port: number;
  /** Does nothing the second time. */
  release(): Promise<void>;
}

/**
 * Lets the system choose the port where 0 was wanted, and keeps it until the server is built: the links in its answers
 * name the port. Another port is left as it is.
 * @throws AddressError
 */
export async function holdPort({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<HeldPort> {
  if (port !== 0) return { port, release: () => Promise.resolve() };
  const holder = createServer((socket) => socket.destroy()).listen(0, host);
  await once(holder, 'listening').catch((cause: unknown) => {
    throw new AddressError(host, port, cause);
  });
  const address = holder.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    release: () => new Promise((resolve) => holder.close(() => resolve())),
  };
}
