// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { sendJsonPieces } from './send-json-pieces.ts';

const megabyte = 'x'.repeat(1_000_000);
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server that answers with a list of texts of a megabyte each, and how many of them it has made. */
async function startServer(texts: number) {
  const made = { count: 0, isClosed: false };
  function* write() {
    try {
      for (; made.count < texts; made.count++) yield `${made.count === 0 ? '[' : ','}"${megabyte}"`;
      yield ']';
    } finally {
      made.isClosed = true;
    }
  }
  const app = Fastify();
  const sockets: Socket[] = [];
  app.server.on('connection', (socket) => void sockets.push(socket));
  app.get('/', (_request, reply) => sendJsonPieces(reply, write()));
  ends.push(() => app.close());
  const origin = await app.listen({ port: 0 });
  return { made, origin, sockets, port: (app.server.address() as AddressInfo).port };
}

it('says the length of a small answer', async () => {
  const { origin } = await startServer(1);
  const answer = await fetch(origin);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(Number(answer.headers.get('content-length'))).toBe(1_000_004);
  expect(await answer.json()).toEqual([megabyte]);
});

it('sends a large answer while it is made', async () => {
  const { origin } = await startServer(20);
  const answer = await fetch(origin);
  expect(answer.headers.get('transfer-encoding')).toBe('chunked');
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toEqual(Array(20).fill(megabyte));
});

it('leaves nothing behind on a connection that stays', async () => {
  const { made, port, sockets } = await startServer(3);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  ends.push(() => agent.destroy());
  const ask = async () => {
    made.count = 0;
    const [answer] = (await once(get({ port, agent }), 'response')) as [IncomingMessage];
    await answer.toArray();
    return sockets.map((socket) => socket.listenerCount('timeout'));
  };
  expect([await ask(), await ask(), await ask()]).toEqual([[1], [1], [1]]);
});

/** The sockets of both sides hold some megabytes. */
const farMore = 200;

it('makes no more than the client takes, and stops when it leaves', async () => {
  const { made, port } = await startServer(farMore);
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  let before = -1;
  while (made.count > before || made.count === 0) {
    before = made.count;
    await sleep(200);
  }
  expect(made.count).toBeLessThan(farMore / 2);
  expect(made.isClosed).toBe(false);
  socket.destroy();
  await once(socket, 'close');
  await expect.poll(() => made.isClosed).toBe(true);
  expect(made.count).toBeLessThan(farMore / 2);
});
