// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CompanyBackend, openBackend } from '../fixtures/company-backend.ts';
import { canRun } from '../fixtures/guards.ts';
import { toJpeg } from '../fixtures/pictures.ts';
import { findPostgres, startPostgres } from '../fixtures/postgres.ts';
import { reportsPath } from '../fixtures/report-desk.ts';
import { s3Credentials, startS3 } from '../fixtures/s3.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* Two servers that share a Postgres and a bucket, and nothing else: what one has made the other shows. */
const found = findPostgres();

describe.runIf(canRun('postgres', found.missing))('two servers on one Postgres and one bucket', () => {
  const opened = new AsyncDisposableStack();
  let servers: readonly [TinyServer, TinyServer];
  /** One company, with the same token at both doors. */
  let doors: readonly [CompanyBackend, CompanyBackend];
  let photograph: string;

  beforeAll(async () => {
    for (const [name, value] of Object.entries(s3Credentials)) vi.stubEnv(name, value);
    opened.defer(() => void vi.unstubAllEnvs());
    const postgres = opened.adopt(await startPostgres(found), ({ stop }) => stop());
    const s3 = opened.adopt(await startS3(), ({ stop }) => stop());
    const settings = {
      OPENDERM_DATABASE_URL: await postgres.createDatabase(),
      OPENDERM_STORAGE_URL: await s3.createStorageUrl(),
      OPENDERM_PUBLIC_URL: 'https://derm.example.org',
      OPENDERM_QUALITY_THRESHOLD: '0',
    };
    const start = async () => opened.adopt(await startTinyServer(settings), ({ close }) => close());
    servers = [await start(), await start()];
    const [first, second] = servers;
    const backend = await openBackend({ origin: first.origin, store: first.server.device.store });
    const send = (method: string, path: string) =>
      fetch(`${second.origin}${path}`, {
        method,
        redirect: 'manual',
        headers: { 'x-api-token': backend.token },
      });
    doors = [backend, { ...backend, send }];
    photograph = (await toJpeg()).toString('base64');
  });
  afterAll(() => opened.disposeAsync());

  async function createAtFirst() {
    const { status, body } = await doors[0].create({ bodySite: 'trunkFront', images: [photograph] });
    expect([status, body.message]).toEqual([200, `Diagnostic report <${body.data?.id}>`]);
    return body.data;
  }

  /** A link as the second server is asked for it, behind the same proxy. */
  const follow = (link = '') => fetch(link.replace(/^https:\/\/derm\.example\.org/, servers[1].origin));

  it('serve each other’s reports, with every picture and the PDF', async () => {
    const made = await createAtFirst();
    const read = await doors[1].send('GET', `${reportsPath}/${made.id}`);
    const { data } = JSON.parse(await read.text());
    expect([read.status, data.id, data.createdAt]).toEqual([200, made.id, made.createdAt]);
    const pictures = data.result.observations.map(({ media }: { media: { url: string } }) => media.url);
    expect(pictures.length).toBe(1);
    for (const link of [...pictures, made.result.observations[0]?.media.url]) {
      const answer = await follow(link);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    const redirect = await doors[1].send('GET', `${reportsPath}/${made.id}?format=pdf`);
    const pdf = await follow(redirect.headers.get('location') ?? '');
    expect([redirect.status, pdf.status, pdf.headers.get('content-type')]).toEqual([
      302,
      200,
      'application/pdf',
    ]);
  });

  it('keep no picture in their own folders', async () => {
    await createAtFirst();
    for (const { dataDir } of servers) expect(await readdir(dataDir)).not.toContain('reports');
  });

  it('take a token back at both doors at once', async () => {
    const made = await createAtFirst();
    await servers[1].server.device.store.companies.revokeToken(doors[0].tokenId, Date.now());
    for (const { send } of doors) expect((await send('GET', `${reportsPath}/${made.id}`)).status).toBe(401);
  });
});
