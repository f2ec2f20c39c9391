// SPDX-License-Identifier: Apache-2.0
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { receiveChunks } from './receive-chunks.ts';

const options = { maxBytes: 1_000_000, maxIdleMs: 60_000 };

describe('a body', () => {
  it('comes in pieces that are scanned quickly, whatever it was sent in', async () => {
    const sent = Buffer.alloc(300_000, 'x');
    const pieces = await Array.fromAsync(receiveChunks(Readable.from([sent]), options));
    expect(Math.max(...pieces.map(({ length }) => length))).toBe(64 * 1024);
    expect(Buffer.concat(pieces)).toEqual(sent);
  });

  it('is refused where it goes over the limit, and its stream stays open for the answer', async () => {
    const body = new PassThrough();
    body.write(Buffer.alloc(11));
    const receiving = Array.fromAsync(receiveChunks(body, { ...options, maxBytes: 10 }));
    await expect(receiving).rejects.toMatchObject({ code: 'bodyTooLarge' });
    expect(body.destroyed).toBe(false);
  });

  it('is given up when nothing comes for too long', async () => {
    const body = new PassThrough();
    body.write('{');
    const receiving = Array.fromAsync(receiveChunks(body, { ...options, maxIdleMs: 5 }));
    await expect(receiving).rejects.toMatchObject({ code: 'bodyTooSlow' });
    expect(body.destroyed).toBe(false);
  });

  it('fails as its stream fails', async () => {
    const body = new PassThrough();
    const receiving = Array.fromAsync(receiveChunks(body, options));
    body.destroy(new Error('hung up'));
    await expect(receiving).rejects.toThrow('hung up');
  });
});
