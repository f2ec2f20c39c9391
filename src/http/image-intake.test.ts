// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { bodiesInMemoryBytes, bodyLimits } from './body/body-limits.ts';
import { createByteBudget } from './body/byte-budget.ts';
import { createImageListForm } from './body/image-list-form.ts';
import { handleErrors } from './handle-errors.ts';
import { createReceiveImages, type ImageWork } from './image-intake.ts';
import { heldKeyDecorator } from './retries/held-key.ts';

const opened: App[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const listening = 'listening';

/** A door behind which the work is done as told; `lines` is what was logged of it. */
async function openDoor(finish: (signal: AbortSignal) => Promise<never>) {
  const [log, lines] = [new PassThrough(), [] as Record<string, unknown>[]];
  log.on('data', (bytes: Buffer) => {
    const line = JSON.parse(bytes.toString());
    if (line.msg !== listening) lines.push(line);
  });
  const loggerInstance = pino({ level: 'info' }, log) as FastifyBaseLogger;
  const app: App = Fastify({ loggerInstance, disableRequestLogging: true });
  opened.push(app);
  const started = Promise.withResolvers<void>();
  const budget = createByteBudget(bodiesInMemoryBytes);
  const receiveImages = createReceiveImages({ budget, limits: bodyLimits, form: createImageListForm() });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', (_request, _body, done) => done(null));
  app.decorateRequest(heldKeyDecorator, null);
  handleErrors(app);
  app.post('/v1/work', (request, reply) => {
    const abort = new AbortController();
    const work: ImageWork<unknown, never> = {
      addImage: () => 0,
      finish() {
        started.resolve();
        return finish(abort.signal);
      },
      abandon: () => abort.abort(),
    };
    return receiveImages(request, reply, work);
  });
  await app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => listening });
  const { port } = app.server.address() as AddressInfo;
  return { port, arrived: once(app.server, 'request'), started: started.promise, lines };
}

const body = JSON.stringify({ payload: [{ contentAttachment: { data: 'AAAA' } }] });
const head = 'POST /v1/work HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

async function send(port: number, text: string) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).write(text);
  return socket;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** At the level `info`. */
const note = { level: 30, msg: 'The client left before its answer.' };

describe('a client that hangs up', () => {
  it('in the middle of the work is noted as just that', async () => {
    const { port, started, lines } = await openDoor(untilAborted);
    const socket = await send(port, `${head}Content-Length: ${body.length}\r\n\r\n${body}`);
    await started;
    socket.destroy();
    await expect.poll(() => lines).toMatchObject([note]);
  });

  it('in the middle of its body is noted the same', async () => {
    const { port, arrived, lines } = await openDoor(untilAborted);
    const socket = await send(port, `${head}Content-Length: 100000\r\n\r\n{"payload":[`);
    await arrived;
    socket.destroy();
    await expect.poll(() => lines).toMatchObject([note]);
  });

  it('hides no bug of ours', async () => {
    const { port, started, lines } = await openDoor(async (signal) => {
      await untilAborted(signal).catch(() => undefined);
      throw new TypeError('undefined is not a function');
    });
    const socket = await send(port, `${head}Content-Length: ${body.length}\r\n\r\n${body}`);
    await started;
    socket.destroy();
    await expect.poll(() => lines).toMatchObject([{ level: 50, msg: 'internal error' }]);
  });
});
