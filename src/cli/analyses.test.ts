// SPDX-License-Identifier: Apache-2.0
import { runCommand } from 'citty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createSampleCatalogue, createSampleDiagnosis } from '../../test/fixtures/sample-diagnosis.ts';
import { createEraseAnswers } from '../device/erase-answers.ts';
import { createHashSubject } from '../gate/subject-key.ts';
import type { AnalysisRecord } from '../record/analysis-record.ts';
import { createAnalysesCommand } from './analyses.ts';

const catalogue = createSampleCatalogue(40);
const ids = ['0b9c4f1e-58a1-4f3c-9c7d-2f6b1a7e4d10', '1b9c4f1e-58a1-4f3c-9c7d-2f6b1a7e4d10'];
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
const hashSubject = createHashSubject(Buffer.alloc(32, 7));
/** What was asked to go. */
let removed: string[];
const photographs = { remove: async (id: string) => void removed.push(id) };

function createRecord(id: string, imageCount: number): AnalysisRecord {
  return {
    id,
    accountId: 'account-1',
    kind: 'diagnosis-support',
    createdAtMs: Date.UTC(2026, 10, 21, 9, imageCount),
    softwareVersion: '0.1.0',
    result: { ...createSampleDiagnosis(catalogue, imageCount), id, warnings: ['nonCommercialModel'] },
  };
}

beforeEach(async () => {
  removed = [];
  store = await openTemporaryStore();
});
afterEach(() => store[Symbol.asyncDispose]());

async function keepTwo(): Promise<void> {
  for (const [index, id] of ids.entries()) await store.analyses.keep(createRecord(id, index + 1));
}

async function run(words: string) {
  const paper = createPaper();
  const command = createAnalysesCommand({
    terminal: paper.terminal,
    openArchive: async () => ({
      analyses: store.analyses,
      assessments: store.assessments,
      findAccount: store.accounts.findById,
      findAccountByEmail: store.accounts.findByEmail,
      eraseAnswers: createEraseAnswers({ ...store, photographs, hashSubject }),
      catalogue,
      close: async () => undefined,
    }),
  });
  await runCommand(command, { rawArgs: words.split(' ') });
  return paper;
}

describe('openderm analyses list', () => {
  it('shows the newest first: which, when, how many usable, and what it found', async () => {
    await keepTwo();
    const { printed } = await run('list');
    expect(printed).toHaveLength(4);
    expect(printed[0]).toBe(`${ids[1]}  2026-11-21 09:02 UTC  2 of 2 usable`);
    expect(printed[1]).toMatch(/^ {2}condition0 +4\.9 %$/);
    expect(printed[2]).toContain(ids[0]);
    expect(printed.filter((line) => line.length > 80)).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    await keepTwo();
    const first = await run('list --limit 1');
    expect(first.remarked.join(' ')).toContain(`--after ${ids[1]}`);
    const second = await run(`list --limit 1 --after ${ids[1]}`);
    expect(second.printed[0]).toContain(ids[0]);
    const third = await run(`list --after ${ids[0]}`);
    expect(third.remarked).toEqual([`Nothing is older than ${ids[0]}.`]);
  });

  it('prints what a program reads', async () => {
    await keepTwo();
    const { printed } = await run('list --json --limit 1');
    expect(JSON.parse(printed.join('\n'))).toMatchObject([{ id: ids[1], imageCount: 2, validImageCount: 2 }]);
  });

  it('says when nothing was answered yet', async () => {
    const { printed, remarked } = await run('list');
    expect([printed, remarked]).toEqual([[], ['Nothing has been answered yet.']]);
  });

  it.each(['list --limit 0', 'list --limit many', 'list --after nothing', 'list --newest', 'list all'])(
    'refuses %s',
    async (words) => {
      await expect(run(words)).rejects.toThrow();
    },
  );
});

describe('openderm analyses show', () => {
  it('shows differential, quality, warnings and models, and who asked', async () => {
    await keepTwo();
    const text = (await run(`show ${ids[1]}`)).printed.join('\n');
    for (const part of [
      `Analysis ${ids[1]}`,
      '2026-11-21 09:02 UTC',
      'account account-1, which has been removed',
      'catalogue 2026.11',
      'All 2 photographs together, 2 usable',
      'quality 87 of 100 (Excellent)',
      'may not be used commercially',
      'tiny 1.0.0',
      'Decision support only',
    ])
      expect(text).toContain(part);
  });

  it('prints the whole record, without heat maps', async () => {
    await keepTwo();
    const json: AnalysisRecord = JSON.parse((await run(`show ${ids[0]} --json`)).printed.join('\n'));
    const { heatMaps, ...image } = createSampleDiagnosis(catalogue, 1).images[0] ?? {};
    expect(json.result.images).toEqual([image]);
    expect(heatMaps).toBeDefined();
  });

  it('says when there is none', async () => {
    await expect(run('show nothing')).rejects.toThrow('There is no analysis nothing.');
  });
});

describe('openderm analyses erase', () => {
  it('erases one answer with its photographs, and no other', async () => {
    await keepTwo();
    const { remarked } = await run(`erase ${ids[0]?.toUpperCase()} --yes`);
    expect(remarked).toEqual(['Erased 1 analysis.']);
    expect(removed).toEqual([ids[0]]);
    expect((await store.analyses.list({ limit: 5 })).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('touches nothing without --yes, or where there is no such answer', async () => {
    await keepTwo();
    await expect(run(`erase ${ids[0]}`)).rejects.toThrow('--yes');
    await expect(run('erase nothing --yes')).rejects.toThrow('There is no analysis nothing');
    expect([removed, await store.analyses.count()]).toEqual([[], 2]);
  });
});
