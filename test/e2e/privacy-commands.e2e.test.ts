// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RawReport } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDataFolder, type DataFolder } from '../fixtures/data-folder.ts';
import { type DeviceProcess, startDevice } from '../fixtures/device-process.ts';
import { findInFolder } from '../fixtures/find-in-folder.ts';
import { runCommand } from '../fixtures/run-command.ts';

let folder: DataFolder;
let device: DeviceProcess;
let company: string;
let token: string;
beforeAll(async () => {
  folder = await createDataFolder();
  device = await startDevice({ dataDir: folder.path, settings: { OPENDERM_WORKERS: '1' } });
  company = (await openderm('company', 'add', 'Clinic North')).stdout.trim();
  token = (await openderm('token', 'add', company)).stdout.trim();
});
afterAll(async () => {
  await device?.end('SIGTERM');
  await folder?.[Symbol.asyncDispose]();
});

const openderm = (...words: readonly string[]) =>
  runCommand('node', ['src/cli/openderm.ts', ...words], { env: { OPENDERM_DATA_DIR: folder.path } });

/** What a company sends of a patient, each word of which stands nowhere else. */
function createWords() {
  const word = () => `canary-${randomUUID()}`;
  return { subject: word(), visit: word(), extra: word(), answer: word(), key: word() };
}

async function makeReport(words: ReturnType<typeof createWords>): Promise<RawReport> {
  const photograph = readFileSync('examples/photos/melanoma-1.jpg').toString('base64');
  const answer = await fetch(`${device.origin}/s2s-api/v3/anonymous-diagnostic-reports`, {
    method: 'POST',
    headers: { 'x-api-token': token, 'content-type': 'application/json', 'idempotency-key': words.key },
    body: JSON.stringify({
      bodySite: 'trunkFront',
      images: [photograph],
      subject: words.subject,
      visitIdentifier: words.visit,
      extraData: { [words.extra]: words.extra },
      anamnesisGeneral: [{ question: 'Since when?', answer: words.answer }],
    }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: RawReport }).data;
}

describe('from the command line, beside a running server', () => {
  it('a patient is handed out as files, with the hash of each', async () => {
    const words = createWords();
    await makeReport(words);
    await makeReport({ ...words, key: randomUUID() });
    const out = join(folder.path, '..', 'export');
    const exported = await openderm('export', company, '--subject', words.subject, '--out', out);
    expect([exported.status, exported.stderr]).toEqual([0, 'Wrote 2 reports.\n']);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const names = (await readdir(out, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    expect(names).toHaveLength(manifest.files.length + 1);
    for (const { path, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ).toBe(sha256);
    const kinds = manifest.files.map(({ path }: { path: string }) => path.split('/')[0]);
    expect(new Set(kinds)).toEqual(new Set(['reports', 'fhir', 'pictures']));
    for (const word of [words.visit, words.extra, words.answer])
      expect(await findInFolder(join(out, 'reports'), word)).toHaveLength(2);
    expect(await findInFolder(join(out, 'fhir'), words.answer)).toHaveLength(2);
    const again = await openderm('export', company, '--subject', words.subject, '--out', out);
    expect([again.status, again.stderr]).toEqual([1, `There are files in ${out} already.\n`]);
  });

  it('a patient is erased from every file of the data folder, and another is not', async () => {
    const [words, others] = [createWords(), createWords()];
    const [gone, kept] = [await makeReport(words), await makeReport(others)];
    for (const word of [words.visit, words.extra, words.answer])
      expect(await findInFolder(folder.path, word)).not.toEqual([]);
    const hesitant = await openderm('erase', company, '--subject', words.subject);
    expect([hesitant.status, hesitant.stderr]).toEqual([1, expect.stringContaining('Add --yes')]);
    const erased = await openderm('erase', company, '--subject', words.subject, '--yes');
    expect([erased.status, erased.stderr]).toEqual([0, expect.stringContaining('Erased 1 report.')]);
    // The server may have been reading at that moment: then it finishes by itself.
    for (const word of Object.values(words))
      await vi.waitUntil(async () => (await findInFolder(folder.path, word)).length === 0, {
        timeout: 200_000,
        interval: 500,
      });
    const read = (id: string) =>
      fetch(`${device.origin}/s2s-api/v3/anonymous-diagnostic-reports/${id}`, {
        headers: { 'x-api-token': token },
      });
    expect([(await read(gone.id)).status, (await read(kept.id)).status]).toEqual([404, 200]);
    const one = await openderm('erase', company, '--report', kept.id, '--yes');
    expect([one.status, (await read(kept.id)).status]).toEqual([0, 404]);
    const twice = await openderm('erase', company, '--report', kept.id, '--yes');
    expect([twice.status, twice.stderr]).toEqual([1, `The company has no report ${kept.id}.\n`]);
    const unsaid = await openderm('erase', company, '--yes');
    expect([unsaid.status, unsaid.stderr]).toEqual([1, 'Expected either --subject or --report.\n']);
  });

  it('all of it is in the audit log, which holds no word of anybody', async () => {
    const words = createWords();
    await makeReport(words);
    const listed = await openderm('audit', 'list', '--company', company, '--json', '--limit', '1000');
    const entries = JSON.parse(listed.stdout) as { entry: { action: string; object: { kind: string } } }[];
    const acts = new Set(entries.map(({ entry }) => `${entry.action} ${entry.object.kind}`));
    for (const act of ['create company', 'create token', 'create report', 'export subject', 'delete subject'])
      expect(acts).toContain(act);
    expect(listed.stdout).not.toContain('canary');
    expect((await openderm('audit', 'list', '--company', company)).stdout).toContain('create');
    const verified = await openderm('audit', 'verify', '--json');
    const [{ end, broken }] = JSON.parse(verified.stdout);
    expect([verified.status, broken]).toEqual([0, null]);
    const known = ['--company', company, '--known', `${end.sequence}:${end.hash}`];
    expect((await openderm('audit', 'verify', ...known)).status).toBe(0);
  });

  it('tampering is found and named', async () => {
    const database = new DatabaseSync(join(folder.path, 'openderm.db'), { timeout: 60_000 });
    database.exec("update audit_entries set entry = replace(entry, 'done', 'gone') where sequence = 2");
    database.close();
    const verified = await openderm('audit', 'verify', '--company', company);
    expect([verified.status, verified.stdout]).toEqual([1, expect.stringContaining('altered at 2')]);
    const wrong = ['--company', company, '--known', `3:${'0'.repeat(64)}`];
    const known = await openderm('audit', 'verify', ...wrong);
    expect([known.status, known.stderr]).toEqual([1, expect.stringContaining('was written anew')]);
  });
});
