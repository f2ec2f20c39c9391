// SPDX-License-Identifier: Apache-2.0
import type { ClinicalSignsResponse, QuestionnairesResponse } from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import { clinicalSigns as signs } from '../catalogue/clinical-signs.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { Config } from '../config.ts';
import { toClinicalSignList } from '../fhir/clinical-sign-list.ts';
import { toQuestionnaireList } from '../fhir/questionnaire-list.ts';
import { createWording, type Wording } from '../fhir/wording.ts';
import { scoringSystems as systems } from '../scoring/systems.ts';
import { readLicensedTexts } from './licensed-texts.ts';

export interface DescribedScores {
  /** What a person reads of each question and answer. */
  readonly wording: Wording;
  readonly questionnaires: QuestionnairesResponse;
  readonly clinicalSigns: ClinicalSignsResponse;
}

/** Every score in words: ours, and the owner's where the operator has loaded them. @throws LicensedTextsError */
export async function describeScores({
  licensedTexts,
}: Pick<Config, 'licensedTexts'>): Promise<DescribedScores> {
  const wording = createWording(await readLicensedTexts(licensedTexts, systems));
  return {
    wording,
    questionnaires: toQuestionnaireList({ systems, bodySites, catalogue, wording }),
    clinicalSigns: toClinicalSignList({ signs, systems, wording }),
  };
}
