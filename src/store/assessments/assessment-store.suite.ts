// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createGlobalRecord, createLocalRecord } from '../../../test/fixtures/sample-photograph-records.ts';
import type { ManualRecord } from '../../record/assessment-record.ts';
import type { AssessedScore } from '../../record/severity-assessment.ts';
import type { Store } from '../store.ts';

function createScore(code: string, value: number): AssessedScore {
  return {
    code,
    form: code,
    answers: { surface: value, trunk: { erythema: 2.5 } },
    value,
    components: { objective: value },
    globalScoreContribution: null,
    category: 'moderate',
    localCategory: null,
    warnings: ['notForCondition'],
    change: null,
  };
}

function createAssessment(
  given: Partial<ManualRecord> = {},
  scores = [createScore('pasi', 6.3)],
): ManualRecord {
  const id = randomUUID();
  const createdAtMs = given.createdAtMs ?? Date.UTC(2026, 10, 21);
  return {
    id,
    accountId: 'account',
    kind: 'severity-manual',
    subjectHash: randomUUID(),
    createdAtMs,
    softwareVersion: '0.1.0',
    result: {
      id,
      issuedAtMs: createdAtMs,
      durationS: 0.001,
      bodySite: 'armLeft',
      condition: 'psoriasis',
      scores,
      catalogueVersion: '2026.11',
    },
    ...given,
  };
}

/** What every assessment store does; `openStore` opens the same database again and again. */
export function testAssessmentStore(openStore: () => Promise<Store>): void {
  describe('assessments', () => {
    it('come back as they were kept, in another connection too', async () => {
      const record = createAssessment({ subjectHash: null });
      await (await openStore()).assessments.keep(record);
      expect(await (await openStore()).assessments.find(record.id)).toEqual(record);
      expect(await (await openStore()).assessments.find(randomUUID())).toBeUndefined();
    });

    it('are kept once: a second one under the same id is refused and changes nothing', async () => {
      const { assessments } = await openStore();
      const record = createAssessment();
      const subject = { accountId: record.accountId, subjectHash: record.subjectHash ?? '' };
      await assessments.keep(record);
      await expect(assessments.keep({ ...record, softwareVersion: 'other' })).rejects.toThrow();
      expect(await assessments.find(record.id)).toEqual(record);
      expect(await assessments.listSeries(subject)).toHaveLength(1);
    });

    it('give the series of a patient, oldest first, each score by itself', async () => {
      const { assessments } = await openStore();
      const subjectHash = randomUUID();
      const late = createAssessment({ subjectHash, createdAtMs: 2000 }, [
        createScore('pasi', 3.15),
        createScore('dlqi', 4),
      ]);
      const early = createAssessment({ subjectHash, createdAtMs: 1000 }, [createScore('pasi', 12.6)]);
      await assessments.keep(late);
      await assessments.keep(early);
      const subject = { accountId: 'account', subjectHash };
      const series = await assessments.listSeries(subject);
      expect(series.map(({ code, value, atMs }) => [code, value, atMs])).toEqual([
        ['pasi', 12.6, 1000],
        ['pasi', 3.15, 2000],
        ['dlqi', 4, 2000],
      ]);
      expect(series[0]).toEqual({
        assessmentId: early.id,
        code: 'pasi',
        form: 'pasi',
        bodySite: 'armLeft',
        atMs: 1000,
        category: 'moderate',
        value: 12.6,
        answers: { surface: 12.6, trunk: { erythema: 2.5 } },
      });
      expect((await assessments.listSeries(subject, { code: 'dlqi' })).map(({ value }) => value)).toEqual([
        4,
      ]);
    });

    it('are erased for good, with their scores in the series, each by itself', async () => {
      const { assessments } = await openStore();
      const subject = { accountId: 'account', subjectHash: randomUUID() };
      const [gone, other, unscored] = [
        createAssessment(subject),
        createAssessment(subject),
        createAssessment(subject, []),
      ];
      for (const record of [gone, other, unscored]) await assessments.keep(record);
      expect(new Set(await assessments.listOfSubject(subject))).toEqual(
        new Set([gone.id, other.id, unscored.id]),
      );
      expect([await assessments.erase(gone.id), await assessments.erase(gone.id)]).toEqual([true, false]);
      expect(await (await openStore()).assessments.find(gone.id)).toBeUndefined();
      expect((await assessments.listSeries(subject)).map(({ assessmentId }) => assessmentId)).toEqual([
        other.id,
      ]);
      expect(await assessments.listOfSubject({ ...subject, accountId: 'other' })).toEqual([]);
      expect(await assessments.erase('a\0b')).toBe(false);
    });

    it('of one account are nothing to another, whatever the patient is called', async () => {
      const { assessments } = await openStore();
      const record = createAssessment({ accountId: 'one' });
      await assessments.keep(record);
      const subjectHash = record.subjectHash ?? '';
      expect(await assessments.listSeries({ accountId: 'other', subjectHash })).toEqual([]);
      expect(await assessments.listSeries({ accountId: 'one', subjectHash })).toHaveLength(1);
    });

    it('of photographs come back as they were kept, and are listed with the others', async () => {
      const { assessments } = await openStore();
      const far = Date.UTC(2190, 0, 1);
      const records = [
        createGlobalRecord({ createdAtMs: far + 2 }),
        createLocalRecord({ createdAtMs: far + 1 }),
        createAssessment({ createdAtMs: far }),
      ];
      for (const record of records) await assessments.keep(record);
      expect(await assessments.list({ limit: 3 })).toEqual(records);
      for (const record of records) expect(await assessments.find(record.id)).toEqual(record);
    });

    it('of photographs are in the series of a patient: by site, and as the whole body', async () => {
      const { assessments } = await openStore();
      const subjectHash = randomUUID();
      const local = createLocalRecord({ subjectHash, createdAtMs: 1000 });
      const whole = createGlobalRecord({ subjectHash, createdAtMs: 2000 });
      await assessments.keep(whole);
      await assessments.keep(local);
      const arm = { depigmentation: 40 };
      const shared = { code: 'avasi' };
      expect(await assessments.listSeries({ accountId: 'account', subjectHash }, shared)).toEqual([
        {
          ...shared,
          assessmentId: local.id,
          form: 'avasiLocal',
          bodySite: 'armLeftTop',
          atMs: 1000,
          category: 'moderate',
          value: 40,
          answers: arm,
        },
        {
          ...shared,
          assessmentId: whole.id,
          form: 'avasiGlobal',
          bodySite: 'wholeBody',
          atMs: 2000,
          category: 'mild',
          value: 2.8,
          answers: { armLeftTop: arm, armLeftBottom: arm },
        },
      ]);
    });

    it('are listed newest first, page by page', async () => {
      const { assessments } = await openStore();
      const far = Date.UTC(2200, 0, 1);
      const records = [0, 1, 2].map((minute) => createAssessment({ createdAtMs: far + minute }));
      for (const record of records) await assessments.keep(record);
      const ids = records.map(({ id }) => id).toReversed();
      const [first, ...rest] = await assessments.list({ limit: 3 });
      expect([first, ...rest].map((record) => record?.id)).toEqual(ids);
      expect(first).toEqual(records[2]);
      const older = await assessments.list({ limit: 2, after: ids[0] ?? '' });
      expect(older.map(({ id }) => id)).toEqual(ids.slice(1));
      expect(await assessments.list({ limit: 2, after: randomUUID() })).toEqual([]);
      expect(await assessments.list({ limit: 2, after: 'a\0b' })).toEqual([]);
    });

    it('of nobody in particular are in no series', async () => {
      const { assessments } = await openStore();
      await assessments.keep(createAssessment({ subjectHash: null }));
      expect(await assessments.listSeries({ accountId: 'account', subjectHash: '' })).toEqual([]);
    });

    it.each(['', "' or 1=1 --", 'a\0b', 'half \ud800 a pair', '%'])(
      'are not found by odd texts %#',
      async (odd) => {
        const { assessments } = await openStore();
        expect(await assessments.find(odd)).toBeUndefined();
        expect(
          await assessments.listSeries({ accountId: 'account', subjectHash: 'x' }, { code: odd }),
        ).toEqual([]);
      },
    );

    it('keep what cannot be a number in a database exactly', async () => {
      const { assessments } = await openStore();
      const values = [0.1, 6.3, 37.58, 72, 1e9, 0.0001];
      const record = createAssessment(
        {},
        values.map((value) => createScore('pasi', value)),
      );
      await assessments.keep(record);
      const series = await assessments.listSeries({
        accountId: 'account',
        subjectHash: record.subjectHash ?? '',
      });
      expect(series.map(({ value }) => value)).toEqual(values);
    });
  });
}
