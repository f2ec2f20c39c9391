// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { holdPort } from './hold-port.ts';

const host = '127.0.0.1';

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, host);
  const isListening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  await new Promise((resolve) => server.close(resolve));
  return isListening;
}

test('a port of the system’s choice is nobody else’s until it is released', async () => {
  const { port, release } = await holdPort({ host, port: 0 });
  expect(port).toBeGreaterThan(0);
  expect(await isFree(port)).toBe(false);
  await release();
  await release();
  expect(await isFree(port)).toBe(true);
});

test('a port that was wanted is left alone', async () => {
  const { port, release } = await holdPort({ host, port: 0 });
  await release();
  const wanted = await holdPort({ host, port });
  expect([wanted.port, await isFree(port)]).toEqual([port, true]);
  await wanted.release();
});

test('an address that is not this machine’s is named', async () => {
  await expect(holdPort({ host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ name: 'AddressError' });
});
