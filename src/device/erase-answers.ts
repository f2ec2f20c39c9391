// SPDX-License-Identifier: Apache-2.0
import type { HashSubject } from '../gate/subject-key.ts';
import type { AnalysisStore } from '../store/analyses/analysis-store.ts';
import type { AssessmentStore } from '../store/assessments/assessment-store.ts';
import type { PhotographStore } from '../store/photographs/photograph-store.ts';

/** Erasing for good what accounts were answered: the record, its scores in a series, and photographs that were kept of it. */
export interface EraseAnswers {
  /** False where there is none of this id. */
  eraseAnalysis(id: string): Promise<boolean>;
  /** False where there is none of this id. */
  eraseAssessment(id: string): Promise<boolean>;
  /** All assessments of a patient, as the account calls them; resolves with how many there were. */
  eraseAssessmentsOf(accountId: string, subject: string): Promise<number>;
}

export interface EraseAnswersDependencies {
  readonly analyses: Pick<AnalysisStore, 'find' | 'erase'>;
  readonly assessments: Pick<AssessmentStore, 'find' | 'erase' | 'listOfSubject'>;
  readonly photographs: Pick<PhotographStore, 'remove'>;
  readonly hashSubject: HashSubject;
}

interface Erasable {
  find(id: string): Promise<unknown>;
  erase(id: string): Promise<boolean>;
}

/** Photographs first: where something goes wrong in between, the record is still there to be erased again. */
export function createEraseAnswers(dependencies: EraseAnswersDependencies): EraseAnswers {
  const { analyses, assessments, photographs, hashSubject } = dependencies;
  const eraseFrom = async (records: Erasable, id: string) => {
    if ((await records.find(id)) === undefined) return false;
    await photographs.remove(id);
    return records.erase(id);
  };
  const eraseAssessment = (id: string) => eraseFrom(assessments, id);
  return {
    eraseAnalysis: (id) => eraseFrom(analyses, id),
    eraseAssessment,
    async eraseAssessmentsOf(accountId, subject) {
      const subjectHash = hashSubject(accountId, subject);
      let erased = 0;
      for (const id of await assessments.listOfSubject({ accountId, subjectHash }))
        if (await eraseAssessment(id)) erased += 1;
      return erased;
    },
  };
}
