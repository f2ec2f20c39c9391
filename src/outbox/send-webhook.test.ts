// SPDX-License-Identifier: Apache-2.0
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver, startWire, type Wire } from '../../test/fixtures/receiver.ts';
import { createNetworks } from './networks.ts';
import { createSendWebhook, type LookUp, lookUpHost, type SendOutcome } from './send-webhook.ts';

const opened: (Receiver | Wire)[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function receive(...answer: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...answer);
  opened.push(receiver);
  return receiver;
}

async function wire(talk: (socket: Socket) => void): Promise<Wire> {
  const started = await startWire(talk);
  opened.push(started);
  return started;
}

interface Sending {
  readonly own?: readonly string[];
  readonly lookUp?: LookUp;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

const here = ['127.0.0.1/32'];

function send(url: string, sending: Sending = {}): Promise<SendOutcome> {
  const { own = here, lookUp = lookUpHost, timeoutMs = 60_000 } = sending;
  const { signal = new AbortController().signal } = sending;
  const sendOne = createSendWebhook({ networks: createNetworks(own), lookUp, timeoutMs });
  return sendOne({ url: new URL(url), headers: { 'x-note': 'ours' }, body: '{"é":1}', signal });
}

function failed(problem: string) {
  return { kind: 'failure', problem };
}

describe('sending a webhook', () => {
  it('posts the body with its headers', async () => {
    const { origin, received } = await receive();
    expect(await send(`${origin}/hooks?a=1`)).toEqual({ kind: 'answer', status: 204, retryAfter: null });
    expect(received).toEqual([
      expect.objectContaining({ method: 'POST', path: '/hooks?a=1', body: '{"é":1}' }),
    ]);
    expect(received[0]?.headers).toMatchObject({ 'x-note': 'ours', 'content-length': '8' });
  });

  it('does not follow a redirect, inward or not', async () => {
    const inner = await receive();
    const { origin } = await receive((response) =>
      response.writeHead(307, { location: `${inner.origin}/inner` }).end(),
    );
    expect(await send(origin)).toMatchObject({ kind: 'answer', status: 307 });
    expect(inner.received).toEqual([]);
  });

  it('tells how long a receiver wants to be left alone', async () => {
    const { origin } = await receive((response) => response.writeHead(429, { 'retry-after': '120' }).end());
    expect(await send(origin)).toEqual({ kind: 'answer', status: 429, retryAfter: '120' });
  });

  it('needs no more than the head of the answer', async () => {
    const endless = await wire((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nx'));
    });
    expect(await send(`http://127.0.0.1:${endless.port}/`)).toMatchObject({ kind: 'answer', status: 200 });
  });
});

describe('a receiver that', () => {
  it('hangs is left after a while', async () => {
    const { port } = await wire(() => undefined);
    expect(await send(`http://127.0.0.1:${port}/`, { timeoutMs: 200 })).toEqual(failed('timeout'));
  });

  it('answers a letter at a time is left after a while', async () => {
    const { port } = await wire(async (socket) => {
      for (const letter of 'HTTP/1.1 200 OK and so on'.repeat(100)) {
        if (socket.destroyed) return;
        socket.write(letter);
        await sleep(20);
      }
    });
    expect(await send(`http://127.0.0.1:${port}/`, { timeoutMs: 300 })).toEqual(failed('timeout'));
  });

  it('has a name that nobody resolves in time is left after a while', async () => {
    const lookUp = () => new Promise<never>(() => undefined);
    expect(await send('https://slow.example/', { lookUp, timeoutMs: 100 })).toEqual(failed('timeout'));
  });

  it.each([
    ['resets', (socket: Socket) => socket.resetAndDestroy()],
    ['hangs up', (socket: Socket) => socket.end()],
    ['talks nonsense', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9\r\n')],
    [
      'never ends its headers',
      (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${'x'.repeat(100_000)}`),
    ],
  ])('%s was not reached', async (_, talk) => {
    const { port } = await wire((socket) => socket.once('data', () => talk(socket)));
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual(failed('unreachable'));
  });

  it('is not there was not reached', async () => {
    const { port, close } = await startWire(() => undefined);
    await close();
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual(failed('unreachable'));
    const lookUp = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await send('https://nobody.example/', { lookUp })).toEqual(failed('unknownHost'));
    expect(await send('https://nobody.example/', { lookUp: async () => [] })).toEqual(failed('unknownHost'));
  });

  it('speaks no TLS under https:// gets no body, only the name it is called by', async () => {
    const heard: Buffer[] = [];
    const { port } = await wire((socket) => {
      socket.on('data', (bytes) => {
        heard.push(bytes);
        socket.destroy();
      });
    });
    const lookUp = async () => ['127.0.0.1'];
    expect(await send(`https://clinic.example:${port}/`, { lookUp })).toEqual(failed('unreachable'));
    const bytes = Buffer.concat(heard);
    expect(bytes.includes('clinic.example')).toBe(true);
    expect(bytes.includes('{"é":1}')).toBe(false);
  });

  it('is being told while the server stops is let go', async () => {
    const { port } = await wire(() => undefined);
    const ending = new AbortController();
    const outcome = send(`http://127.0.0.1:${port}/`, { signal: ending.signal });
    ending.abort();
    expect(await outcome).toMatchObject({ kind: 'failure' });
  });
});

describe('an address that points inward', () => {
  it.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '192.168.0.1',
    '172.16.0.1',
    '169.254.169.254',
    'fd00::1',
    'fe80::1',
    '64:ff9b::7f00:1',
  ])('is not connected to as %s, however its name looks', async (address) => {
    const { port, count } = await wire((socket) => socket.end());
    const lookUp = async () => [address];
    const outcome = await send(`https://clinic.example:${port}/`, { own: [], lookUp });
    expect(outcome).toEqual(failed('refusedAddress'));
    expect(await send('https://clinic.example/', { own: [], lookUp })).toEqual(failed('refusedAddress'));
    expect(count()).toBe(0);
  });

  it('is refused beside a good one', async () => {
    const lookUp = async () => ['8.8.8.8', '127.0.0.1'];
    expect(await send('https://clinic.example/', { own: [], lookUp })).toEqual(failed('refusedAddress'));
  });

  it('is refused as the system resolves it', async () => {
    for (const url of ['https://localhost/', 'https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/'])
      expect(await send(url, { own: [] }), url).toEqual(failed('refusedAddress'));
  });

  it('does not come in by another answer to the same question', async () => {
    const { origin, port, received } = await receive();
    const asked: string[] = [];
    const lookUp: LookUp = async (host) => {
      asked.push(host);
      return asked.length === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    };
    // Nobody else resolves this name: the connection goes where the guard has looked.
    const url = origin.replace('127.0.0.1', 'rebinding.invalid');
    expect(await send(url, { lookUp })).toMatchObject({ kind: 'answer', status: 204 });
    expect(asked).toEqual(['rebinding.invalid']);
    expect(received[0]?.headers['host']).toBe(`rebinding.invalid:${port}`);
  });

  it('speaks HTTP, or on an odd port, in networks of the operator’s only', async () => {
    const lookUp = async () => ['8.8.8.8'];
    for (const url of ['http://clinic.example/', 'https://clinic.example:22/'])
      expect(await send(url, { lookUp }), url).toEqual(failed('refusedAddress'));
  });
});
