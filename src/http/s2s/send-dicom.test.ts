// SPDX-License-Identifier: Apache-2.0
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { readParts } from '../../../test/fixtures/read-parts.ts';
import { type MakeDicom, sendDicom } from './send-dicom.ts';

const apps: { close(): PromiseLike<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

/** A server whose only answer is these files. */
async function serve(files: readonly MakeDicom[], name = 'report'): Promise<string> {
  const app = Fastify();
  apps.push(app);
  app.get('/', (_request, reply) => sendDicom(reply, files, name));
  return app.listen({ port: 0, host: '127.0.0.1' });
}

const fileOf = (text: string) => async () => new TextEncoder().encode(text);

describe('sending DICOM files', () => {
  it('makes one when the client has taken the one before', async () => {
    let made = 0;
    const megabytes = 16 * 1024 * 1024;
    const make = async () => {
      made += 1;
      return new Uint8Array(megabytes);
    };
    const answer = await fetch(await serve([make, make, make, make]));
    const reader = answer.body?.getReader();
    await reader?.read();
    expect(made).toBeLessThan(4);
    await reader?.cancel();
  });

  it('carries bytes that look like ends of lines and of parts', async () => {
    const texts = ['\r\n--', '', '\r\n--openderm\r\n\r\n', '--\r\n'];
    const answer = await fetch(await serve(texts.map(fileOf)));
    const body = Buffer.from(await answer.arrayBuffer());
    const parts = readParts(body, answer.headers.get('content-type') ?? '');
    expect(parts.map(({ bytes }) => bytes.toString())).toEqual(texts);
  });

  it('refuses when the first cannot be made, and breaks off when a later one cannot', async () => {
    const broken = async () => Promise.reject(new Error('The picture is gone'));
    const refused = await fetch(await serve([broken, fileOf('b')]));
    expect(refused.status).toBe(500);
    await refused.text();
    const cut = await fetch(await serve([fileOf('a'), broken]));
    await expect(cut.arrayBuffer()).rejects.toThrow();
  });
});
