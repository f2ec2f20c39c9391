// SPDX-License-Identifier: Apache-2.0
import { type FastifyHttpOptions, LogController, type RawServerDefault } from 'fastify';

/** What a client may hold open, and for how long. */
export const serverOptions = {
  /** The largest body over a line of 3 Mbit/s; slower ones meet the idle limit or send smaller photographs. */
  requestTimeout: 300_000,
  /** Longer than the idle time of usual load balancers (60 s), which must be the ones to hang up. */
  keepAliveTimeout: 72_000,
  /** Node's own default is 16 KiB; a token and some cookies of a proxy take less than half of it. */
  http: { maxHeaderSize: 8 * 1024, headersTimeout: 20_000 },
  /** Of routes that do not read their body themselves. */
  bodyLimit: 64 * 1024,
  routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  /** Answered requests are counted at /metrics; addresses and paths of clients are not written down. */
  logController: new LogController({ disableRequestLogging: true }),
  return503OnClosing: true,
  /** Idle connections must not hold up a shutdown. */
  forceCloseConnections: 'idle',
} as const satisfies FastifyHttpOptions<RawServerDefault>;
