// SPDX-License-Identifier: Apache-2.0
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

describe('scripts and styles over the line', () => {
  let tiny: TinyServer;
  let script: string;

  beforeAll(async () => {
    await freshenPages();
    tiny = await startTinyServer();
    const html = await (await fetch(`${tiny.origin}/`)).text();
    script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  });

  afterAll(() => tiny?.close());

  /** As it comes over the line: fetch would unpack it. */
  async function ask(path: string, acceptEncoding: string) {
    const { promise, resolve, reject } = Promise.withResolvers<{ headers: object; bytes: Buffer }>();
    request(`${tiny.origin}${path}`, { headers: { 'accept-encoding': acceptEncoding } }, (answer) => {
      buffer(answer).then((bytes) => resolve({ headers: answer.headers, bytes }), reject);
    })
      .on('error', reject)
      .end();
    return promise;
  }

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('come as %s to who knows it, and are the same', async (encoding, unpack) => {
    const plain = await ask(script, 'identity');
    const packed = await ask(script, encoding);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.headers).toMatchObject({
      'content-encoding': encoding,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i),
      'x-content-type-options': 'nosniff',
    });
    expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  test('pages keep their own headers, however they are asked for', async () => {
    const { headers } = await ask('/iframe?company=nobody', 'br, gzip');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining('frame-ancestors *'),
    });
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
