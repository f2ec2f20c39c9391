// SPDX-License-Identifier: Apache-2.0
import type { QuestionnairesResponse } from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { Config } from '../config.ts';
import { toQuestionnaireList } from '../fhir/questionnaire-list.ts';
import { createWording, type Wording } from '../fhir/wording.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { readLicensedTexts } from './licensed-texts.ts';

export interface DescribedScores {
  /** What a person reads of each question and answer. */
  readonly wording: Wording;
  readonly questionnaires: QuestionnairesResponse;
}

/** Every score in words: ours, and the owner's where the operator has loaded them. @throws LicensedTextsError */
export async function describeScores({
  licensedTexts,
}: Pick<Config, 'licensedTexts'>): Promise<DescribedScores> {
  const wording = createWording(await readLicensedTexts(licensedTexts, scoringSystems));
  return {
    wording,
    questionnaires: toQuestionnaireList({ systems: scoringSystems, bodySites, catalogue, wording }),
  };
}
