// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { createResolveCondition } from '../catalogue/resolve-condition.ts';
import type { AssessmentRecord } from '../record/assessment-record.ts';
import { scoringSystems } from '../scoring/systems.ts';
import {
  type AssessSeverityDependencies,
  type ChangeRequest,
  createAssessSeverity,
} from './assess-severity.ts';
import { createReadBodySite } from './read-body-site.ts';
import { createReadKnownCondition } from './read-known-condition.ts';
import type { SeverityRequest } from './read-severity-request.ts';

const plaque = { surface: 3, erythema: 3, induration: 2, desquamation: 2 };
const pasi = { code: 'pasi', answers: plaque, previous: [] };
const request: SeverityRequest = {
  accountId: 'account',
  bodySite: 'trunkFront',
  condition: { text: 'psoriasis', codes: [] },
  scores: [pasi],
  subject: null,
  problems: [],
};

const unchanged = { subjectHash: null, change: null };

/** The device with a clock that stands still, and what it kept. */
function createDesk(changes: Partial<AssessSeverityDependencies> = {}) {
  const kept: AssessmentRecord[] = [];
  const assess = createAssessSeverity({
    readBodySite: createReadBodySite(bodySites),
    readKnownCondition: createReadKnownCondition(createResolveCondition(catalogue)),
    systems: scoringSystems,
    assessments: { keep: async (record) => void kept.push(record) },
    findChange: async () => unchanged,
    catalogue,
    clock: { nowMs: () => Date.UTC(2026, 1, 13), monotonicMs: () => 5 },
    ids: { create: () => '01985a2c-7d3e-7c41-9b52-3f6a1e0c8d47' },
    softwareVersion: '1.2.3',
    ...changes,
  });
  return { assess, kept };
}

const refusal = async (changes: Partial<SeverityRequest>): Promise<unknown> =>
  createDesk()
    .assess({ ...request, ...changes })
    .catch((error: unknown) => error);

describe('assessSeverity', () => {
  it('counts, reads and keeps a score before it is handed out', async () => {
    const { assess, kept } = createDesk();
    const result = await assess(request);
    expect(result).toMatchObject({
      bodySite: 'trunkFront',
      condition: 'psoriasis',
      catalogueVersion: catalogue.version,
      scores: [
        { code: 'pasi', form: 'pasiLocal', value: 6.3, category: 'severe', warnings: [], change: null },
      ],
    });
    expect(kept).toEqual([
      {
        id: result.id,
        accountId: 'account',
        kind: 'severity-manual',
        subjectHash: null,
        createdAtMs: Date.UTC(2026, 1, 13),
        softwareVersion: '1.2.3',
        result,
      },
    ]);
  });

  it('promises a duration above zero even where the clock stands still', async () => {
    expect((await createDesk().assess(request)).durationS).toBeGreaterThan(0);
  });

  it('gives no answer that could not be kept', async () => {
    const { assess } = createDesk({ assessments: { keep: () => Promise.reject(new Error('disk full')) } });
    await expect(assess(request)).rejects.toThrow('disk full');
  });

  it('asks for the past of each score, and keeps whose it is', async () => {
    const asked: ChangeRequest[] = [];
    const { assess, kept } = createDesk({
      findChange: async (each) => {
        asked.push(each);
        return { subjectHash: 'hash', change: null };
      },
    });
    const previous = [{ value: 12, atMs: null, answers: null }];
    await assess({ ...request, subject: 'patient 7', scores: [{ ...pasi, previous }] });
    expect(asked).toMatchObject([
      {
        accountId: 'account',
        subject: 'patient 7',
        previous,
        system: { code: 'pasi' },
        score: { value: 6.3, answers: plaque, atMs: Date.UTC(2026, 1, 13) },
      },
    ]);
    expect(kept[0]?.subjectHash).toBe('hash');
    expect(JSON.stringify(kept)).not.toContain('patient 7');
  });

  it.each([
    ['psoriasis', []],
    ['EA90.0', []],
    ['acne', ['notForCondition']],
    ['Non-specific finding', ['notForCondition']],
  ])('warns where a score was not made for %s: %j', async (text, warnings) => {
    const { scores } = await createDesk().assess({ ...request, condition: { text, codes: [] } });
    expect(scores[0]?.warnings).toEqual(warnings);
  });

  it('reads answers of an earlier visit as it reads those of today', async () => {
    const earlier = { value: 12, atMs: null, answers: { ...plaque, erythema: 9 } };
    expect(await refusal({ scores: [{ ...pasi, previous: [earlier] }] })).toMatchObject({
      details: {
        problems: [{ loc: ['body', 'scoringSystem', 'pasi', 'previous', 0, 'item', 'erythema'] }],
      },
    });
  });

  it('hands on what the door has found, and adds the rest', async () => {
    const found = { type: 'missing', msg: 'Field required', loc: ['body', 'bodySite'] } as const;
    const condition = { text: 'psoriassis', codes: [] };
    expect(await refusal({ bodySite: undefined, problems: [found], condition })).toMatchObject({
      code: 'invalidRequest',
      details: { problems: [found, { loc: ['body', 'knownCondition', 'conclusion', 'text'] }] },
    });
  });

  it('does not keep what it refuses', async () => {
    const { assess, kept } = createDesk();
    await expect(assess({ ...request, bodySite: 'nails' })).rejects.toThrow('not valid');
    expect(kept).toEqual([]);
  });

  it('names no more faults than somebody would read', async () => {
    const strangers = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`item${index}`, 1]));
    const scores = [{ ...pasi, answers: { ...plaque, ...strangers } }];
    expect(await refusal({ scores })).toMatchObject({ details: { problems: { length: 100 } } });
  });
});
