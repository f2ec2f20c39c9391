// SPDX-License-Identifier: Apache-2.0
import type { AssessmentRecord } from '../../record/assessment-record.ts';
import type { PhotographScore, WholeBodyAssessedScore } from '../../record/photograph-assessment.ts';
import type { AnswerTree, AssessedScore } from '../../record/severity-assessment.ts';

/** A score of a record, whoever or whatever gave its answers. */
export type KeptScore = Pick<
  AssessedScore,
  'code' | 'form' | 'value' | 'category' | 'change' | 'warnings'
> & {
  readonly answers: AnswerTree;
};

/** The scores of a record alike, in the order of the request. */
export function listKeptScores(record: AssessmentRecord): readonly KeptScore[] {
  switch (record.kind) {
    case 'severity-manual':
      return record.result.scores;
    case 'severity-local':
      return record.result.scores.map((score) => ({ ...score, answers: valuesOf(score) }));
    default:
      return record.result.scores.map(toBodyScore);
  }
}

/** The body site, or how many of them. */
export function placeOf(record: AssessmentRecord): string {
  if (record.kind !== 'severity-global') return record.result.bodySite;
  const sites = record.result.scores.flatMap((score) =>
    score.sites.map(({ photograph }) => photograph.bodySite),
  );
  const different = new Set(sites);
  return different.size === 1 ? [...different].join() : `${different.size} body sites`;
}

function toBodyScore(score: WholeBodyAssessedScore): KeptScore {
  const sites = score.sites.map(({ photograph, score: local }) => [photograph.bodySite, valuesOf(local)]);
  const answers: AnswerTree = { ...score.personAnswers, ...Object.fromEntries(sites) };
  return { ...score, form: `${score.code}Global`, answers };
}

function valuesOf({ items }: PhotographScore): AnswerTree {
  return Object.fromEntries(Object.entries(items).map(([code, { value }]) => [code, value]));
}
