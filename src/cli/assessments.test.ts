// SPDX-License-Identifier: Apache-2.0
import { runCommand } from 'citty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createSampleCatalogue } from '../../test/fixtures/sample-diagnosis.ts';
import { createGlobalRecord, createLocalRecord } from '../../test/fixtures/sample-photograph-records.ts';
import { createEraseAnswers } from '../device/erase-answers.ts';
import { createHashSubject } from '../gate/subject-key.ts';
import type { AssessmentRecord } from '../record/assessment-record.ts';
import { createAssessmentsCommand } from './assessments.ts';

const catalogue = createSampleCatalogue(40);
const ids = ['0b9c4f1e-58a1-4f3c-9c7d-2f6b1a7e4d10', '1b9c4f1e-58a1-4f3c-9c7d-2f6b1a7e4d10'];
let store: Awaited<ReturnType<typeof openTemporaryStore>>;
const hashSubject = createHashSubject(Buffer.alloc(32, 7));
/** What was asked to go. */
let removed: string[];
const photographs = { remove: async (id: string) => void removed.push(id) };

function createRecord(id: string, minute: number): AssessmentRecord {
  const createdAtMs = Date.UTC(2026, 10, 21, 9, minute);
  const baseline = { value: 12.6, atMs: createdAtMs - 1, answers: null };
  const pasi = {
    code: 'pasi',
    form: 'pasi',
    answers: { trunk: { surface: 3, erythema: 2 }, headNeck: undefined },
    value: 6.3,
    components: {},
    globalScoreContribution: null,
    category: 'mild',
    localCategory: null,
    warnings: ['notForCondition'],
    change: {
      baseline,
      reductionPercent: 50,
      responses: [],
      trend: 'improved',
      minimalImportantDifference: null,
      history: [baseline],
    },
  } as const;
  return {
    id,
    accountId: 'account-1',
    kind: 'severity-manual',
    subjectHash: null,
    createdAtMs,
    softwareVersion: '0.1.0',
    result: {
      id,
      issuedAtMs: createdAtMs,
      durationS: 0.001,
      bodySite: 'trunkFront',
      condition: 'condition0',
      scores: [
        pasi,
        { ...pasi, code: 'dlqi', form: 'dlqi', answers: { question1: 1 }, value: 4, change: null },
      ],
      catalogueVersion: '2026.11',
    },
  };
}

beforeEach(async () => {
  removed = [];
  store = await openTemporaryStore();
  for (const [index, id] of ids.entries()) await store.assessments.keep(createRecord(id, index + 1));
});
afterEach(() => store[Symbol.asyncDispose]());

async function run(words: string) {
  const paper = createPaper();
  const command = createAssessmentsCommand({
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

describe('openderm assessments', () => {
  it('lists the newest first: which, when, and what was scored', async () => {
    const { printed } = await run('list');
    expect(printed).toEqual([
      `${ids[1]}  2026-11-21 09:02 UTC`,
      '  condition0, trunkFront: pasi 6.3, dlqi 4',
      `${ids[0]}  2026-11-21 09:01 UTC`,
      '  condition0, trunkFront: pasi 6.3, dlqi 4',
    ]);
  });

  it('goes on where a page ended, and refuses a page after nothing', async () => {
    expect((await run(`list --limit 1 --after ${ids[1]}`)).printed[0]).toContain(ids[0]);
    await expect(run('list --after nothing')).rejects.toThrow('There is no assessment nothing');
  });

  it('shows one with its answers, change and warnings, within 80 columns', async () => {
    const { printed } = await run(`show ${ids[0]}`);
    const text = printed.map((line) => line.trimEnd().replaceAll(/ {2,}/g, ' | '));
    expect(text).toEqual(
      expect.arrayContaining([
        `Assessment ${ids[0]}`,
        ' | pasi | 6.3 | mild',
        ' | trunk.surface | 3',
        ' | trunk.erythema | 2',
        ' | reduction | 50.0 % | improved',
        ' | question1 | 1',
      ]),
    );
    expect(printed.filter((line) => line.length > 80)).toEqual([]);
  });

  it('prints the whole record as JSON', async () => {
    const { printed } = await run(`show ${ids[0]} --json`);
    const expected: unknown = JSON.parse(JSON.stringify(createRecord(ids[0] ?? '', 1)));
    expect(JSON.parse(printed.join('\n'))).toEqual(expected);
  });

  it('lists and shows what photographs were scored, of one site and of several', async () => {
    const local = createLocalRecord({ createdAtMs: Date.UTC(2026, 10, 22) });
    const whole = createGlobalRecord({ createdAtMs: Date.UTC(2026, 10, 23) });
    for (const record of [local, whole]) await store.assessments.keep(record);
    const { printed } = await run('list --limit 2');
    expect(printed.filter((_, index) => index % 2 === 1)).toEqual([
      '  vitiligo, 2 body sites: avasi 2.8',
      '  vitiligo, armLeftTop: avasi 40',
    ]);
    const show = async (id: string) =>
      (await run(`show ${id}`)).printed.map((line) => line.trimEnd().replaceAll(/ {2,}/g, ' | '));
    expect(await show(local.id)).toEqual(
      expect.arrayContaining([' | avasiLocal | 40 | moderate', ' | depigmentation | 40']),
    );
    expect(await show(whole.id)).toEqual(
      expect.arrayContaining([
        ' | avasiGlobal | 2.8 | mild',
        ' | armLeftBottom.depigmentation | 40',
        ' | ! partOfTheBody',
      ]),
    );
  });

  it('says that there is none of that name', async () => {
    await expect(run('show nothing')).rejects.toThrow('openderm assessments list');
  });
});

describe('openderm assessments erase', () => {
  const ana = { id: 'account-1', email: 'ana@example.org', role: 'user', companyId: null } as const;
  const countLeft = async () => (await store.assessments.list({ limit: 9 })).length;

  it('erases one with its photographs, and no other', async () => {
    expect((await run(`erase ${ids[0]} --yes`)).remarked).toEqual(['Erased 1 assessment.']);
    expect([removed, await countLeft()]).toEqual([[ids[0]], 1]);
  });

  it.each([['ana@example.org'], ['account-1']])(
    'erases all of a patient of %s, and no other patient or account',
    async (account) => {
      await store.accounts.add({ ...ana, passwordHash: '', createdAtMs: 0, passwordChangedAtMs: 0 });
      const keepFor = async (accountId: string, subject: string) => {
        const record = { ...createLocalRecord({ subjectHash: hashSubject(accountId, subject) }), accountId };
        await store.assessments.keep(record);
        return record.id;
      };
      const gone = [await keepFor('account-1', 'patient-7'), await keepFor('account-1', 'patient-7')];
      const kept = [await keepFor('account-1', 'patient-8'), await keepFor('account-2', 'patient-7')];
      const { remarked } = await run(`erase --account ${account} --subject patient-7 --yes`);
      expect(remarked).toEqual(['Erased 2 assessments.']);
      expect(removed.toSorted()).toEqual(gone.toSorted());
      for (const id of kept) expect(await store.assessments.find(id)).toBeDefined();
      for (const id of gone) expect(await store.assessments.find(id)).toBeUndefined();
    },
  );

  it.each([
    [`erase ${ids[0]}`, '--yes'],
    ['erase --yes', 'Expected either'],
    [`erase ${ids[0]} --subject patient-7 --yes`, 'Expected either'],
    ['erase --account ana@example.org --yes', 'Expected either'],
    ['erase --account nobody@example.org --subject patient-7 --yes', 'There is no account'],
    ['erase nothing --yes', 'There is no assessment nothing'],
  ])('touches nothing when asked: %s', async (words, said) => {
    await expect(run(words)).rejects.toThrow(said);
    expect([removed, await countLeft()]).toEqual([[], 2]);
  });
});
