// SPDX-License-Identifier: Apache-2.0
import type { AssessmentRecord } from '../../record/assessment-record.ts';
import type {
  AssessedSite,
  PhotographScore,
  WholeBodyAssessedScore,
} from '../../record/photograph-assessment.ts';
import type { AnswerTree, SeriesPoint } from '../../record/severity-assessment.ts';

/** A score as a patient's series has it. */
export type KeptScore = Pick<SeriesPoint, 'code' | 'form' | 'bodySite' | 'category' | 'value' | 'answers'>;

/** The scores of a record, one by one, in the order of the request. */
export function listScores(record: AssessmentRecord): readonly KeptScore[] {
  switch (record.kind) {
    case 'severity-manual':
      return record.result.scores.map((score) => ({ ...score, bodySite: record.result.bodySite }));
    case 'severity-local':
      return record.result.scores.map((score) => ({
        ...score,
        bodySite: record.result.bodySite,
        answers: valuesOf(score),
      }));
    default:
      return record.result.scores.map(toBodyScore);
  }
}

/** A form that no questionnaire has: `avasiGlobal` beside `avasiLocal`. */
function toBodyScore(score: WholeBodyAssessedScore): KeptScore {
  const { code, value, category, personAnswers, sites } = score;
  const answers = { ...personAnswers, ...Object.fromEntries(sites.map(toSiteAnswers)) };
  return { code, form: `${code}Global`, bodySite: 'wholeBody', value, category, answers };
}

function toSiteAnswers({ photograph, score }: AssessedSite): readonly [string, AnswerTree] {
  return [photograph.bodySite, valuesOf(score)];
}

function valuesOf({ items }: PhotographScore): AnswerTree {
  return Object.fromEntries(Object.entries(items).map(([code, { value }]) => [code, value]));
}
