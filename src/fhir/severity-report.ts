// SPDX-License-Identifier: Apache-2.0
import type { ResolvedCondition, SeverityAssessmentManualResponse } from '@openderm/contract';
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { SeverityAssessment } from '../record/severity-assessment.ts';
import { toConditionCode } from './conclusion.ts';
import { toPatientEvolution } from './patient-evolution.ts';
import type { QuestionnaireSources } from './questionnaire-list.ts';
import { toIssued } from './to-issued.ts';
import { toSeconds } from './to-seconds.ts';

/** Scores in the shape of the reference's answer, their texts in one language. */
export function toSeverityReport(
  assessment: SeverityAssessment,
  sources: QuestionnaireSources,
  locale: CatalogueLocale,
): SeverityAssessmentManualResponse {
  const { bodySites, systems, wording } = sources;
  const code = assessment.bodySite;
  const site = { code, ancestors: ancestorsOf(code, bodySites) };
  return {
    resourceType: 'DiagnosticReport',
    identifier: { use: 'official', value: assessment.id },
    status: 'preliminary',
    issued: toIssued(assessment.issuedAtMs),
    analysisDuration: toSeconds(assessment.durationS),
    patientEvolution: toPatientEvolution(assessment.scores, { systems, wording, site, locale }),
    bodySite: { code, name: bodySites.find((each) => each.code === code)?.names[locale] ?? code },
    knownCondition: toResolvedCondition(assessment.condition, sources, locale),
    locale,
    catalogueVersion: assessment.catalogueVersion,
  };
}

export function toResolvedCondition(
  slug: string,
  { catalogue }: Pick<QuestionnaireSources, 'catalogue'>,
  locale: CatalogueLocale,
): ResolvedCondition {
  const condition = catalogue.find(slug);
  if (condition === undefined) throw new Error(`Expected a condition of the catalogue, received ${slug}`);
  return { slug, name: condition.names[locale], conclusion: toConditionCode(condition) };
}
