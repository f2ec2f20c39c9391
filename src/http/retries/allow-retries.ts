// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SafeRetries } from '../../device/safe-retries.ts';
import { DeviceError } from '../../errors.ts';
import type { KeptAnswer } from '../../store/idempotency/idempotency-store.ts';
import type { App } from '../app.ts';
import { type ReceiveOptions, receiveChunks } from '../body/receive-chunks.ts';
import { type BodyFingerprint, createBodyFingerprint } from './body-fingerprint.ts';
import { describeKey, type ToSchemas } from './describe-key.ts';
import { holdKey } from './held-key.ts';
import { createKeepAnswer, replayedHeader } from './keep-answer.ts';

export interface AllowRetriesDependencies {
  readonly safeRetries: SafeRetries;
  /** Whose key it is, e.g. `company <id>`. */
  ownerOf(request: FastifyRequest): string;
  /** Hears that a report is given again. */
  noteRepeat?(request: FastifyRequest, reportId: string): void;
  readonly toSchemas: ToSchemas;
  readonly limits: ReceiveOptions;
}

/** As soon as a usual answer may be there. @source our own convention */
const retryAfterS = 2;

/** Every POST of these routes may carry an `Idempotency-Key`: the work is done once, and its answer repeated. */
export function allowRetries(app: App, dependencies: AllowRetriesDependencies): void {
  const keepAnswer = createKeepAnswer(dependencies.safeRetries);
  app.addHook('onRoute', (route) => {
    if (route.method === 'POST') describeKey(route, dependencies.toSchemas);
  });
  app.addHook('preHandler', async (request, reply) => {
    const key = request.method === 'POST' ? readKey(request) : undefined;
    return key === undefined ? undefined : await answerKey(key, { request, reply }, dependencies);
  });
  app.addHook('onSend', keepAnswer);
}

/** Visible characters and blanks. @source security.md 2.4, 255 characters; our own convention: ASCII, as headers are */
const keyPattern = /^[\x20-\x7e]{1,255}$/;

/** Undefined where the client sent none. @throws DeviceError `invalidRequest` */
function readKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && keyPattern.test(key)) return key;
  const msg = 'Value error, Allowed are 1 to 255 visible ASCII characters';
  throw new DeviceError('invalidRequest', {
    problems: [{ type: 'value_error', msg, loc: ['header', 'idempotency-key'] }],
  });
}

interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Takes the key for the work, or gives the answer that is kept for it. */
async function answerKey(
  key: string,
  { request, reply }: Call,
  { safeRetries, ownerOf, noteRepeat, limits }: AllowRetriesDependencies,
): Promise<FastifyReply | undefined> {
  const state = await safeRetries.take({ scope: `${ownerOf(request)} ${operationOf(request)}`, key });
  if (state.kind === 'inFlight') throw new DeviceError('idempotency_key_in_flight', { retryAfterS });
  const fingerprint = createFingerprint(request);
  if (state.kind === 'taken') {
    const { id, committed } = state;
    holdKey(request, { id, fingerprint, committedReportId: committed?.reportId ?? null });
    if (committed !== null) await assertSame(request, { fingerprint, limits, bodyHash: committed.bodyHash });
    return undefined;
  }
  await assertSame(request, { fingerprint, limits, bodyHash: state.bodyHash });
  if (state.reportId !== null) noteRepeat?.(request, state.reportId);
  return replay(reply, state, safeRetries);
}

function createFingerprint({ headers, url }: FastifyRequest): BodyFingerprint {
  const contentType = headers['content-type'] ?? '';
  return createBodyFingerprint({ contentType, query: url.split('?').slice(1).join('?') });
}

/** Both spellings of an address are one operation; what stands in the address is part of it. */
function operationOf({ routeOptions, params }: FastifyRequest): string {
  const name = (routeOptions.schema?.operationId ?? `POST ${routeOptions.url}`).replace(/Alias$/, '');
  const places: readonly unknown[] = Object.values(params ?? {});
  // As JSON: an address may hold a character that a database cannot keep.
  return places.length === 0 ? name : `${name} ${JSON.stringify(places)}`;
}

interface Known {
  readonly fingerprint: BodyFingerprint;
  readonly limits: ReceiveOptions;
  readonly bodyHash: string;
}

/** Reads the body to its end. @throws DeviceError `idempotency_key_reused`; what `receiveChunks` throws */
async function assertSame(request: FastifyRequest, { fingerprint, limits, bodyHash }: Known): Promise<void> {
  // What a route without a body is sent all the same has not been read the first time either.
  if (request.routeOptions.schema?.body !== undefined)
    for await (const chunk of receiveChunks(request.raw, limits)) fingerprint.add(chunk);
  if (fingerprint.digest() === bodyHash) return;
  throw new DeviceError('idempotency_key_reused', {
    problems: [{ type: 'value_error', msg: '', loc: ['header', 'idempotency-key'] }],
  });
}

async function replay(reply: FastifyReply, kept: KeptAnswer, retries: SafeRetries): Promise<FastifyReply> {
  const first = (await retries.readPiece(kept.id, 0)) ?? Buffer.alloc(0);
  const second = await retries.readPiece(kept.id, 1);
  reply.code(kept.status).headers(kept.headers).header(replayedHeader, 'true');
  if (second === undefined) return reply.send(first);
  return reply.send(Readable.from(readOn([first, second], kept, retries), { objectMode: false }));
}

async function* readOn(
  begun: readonly Uint8Array[],
  { id }: KeptAnswer,
  { readPiece }: SafeRetries,
): AsyncGenerator<Uint8Array> {
  yield* begun;
  for (let place = begun.length; ; place += 1) {
    const bytes = await readPiece(id, place);
    if (bytes === undefined) return;
    yield bytes;
  }
}
