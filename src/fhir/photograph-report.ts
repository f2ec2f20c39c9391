// SPDX-License-Identifier: Apache-2.0
import type { SeverityAssessmentGlobalResponse, SeverityAssessmentLocalResponse } from '@openderm/contract';
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { GlobalAssessment, LocalAssessment } from '../record/photograph-assessment.ts';
import type { ScoringSystem } from '../scoring/scoring-system.ts';
import {
  type PhotographContext,
  toGlobalEvolution,
  toLocalEvolution,
  toPhotographFacts,
} from './photograph-evolution.ts';
import type { QuestionnaireSources } from './questionnaire-list.ts';
import { toResolvedCondition } from './severity-report.ts';
import { toIssued } from './to-issued.ts';
import { toSeconds } from './to-seconds.ts';
import type { Unencoded } from './write-json.ts';

/** Scores of one photograph in the shape of the reference's answer, their texts in one language. */
export function toLocalReport(
  assessment: LocalAssessment,
  sources: QuestionnaireSources,
  locale: CatalogueLocale,
): Unencoded<SeverityAssessmentLocalResponse> {
  const code = assessment.bodySite;
  const context = { ...toContext(sources, locale), bodySite: code };
  return {
    ...toHead(assessment, sources, locale),
    ...toPhotographFacts(assessment.photograph),
    patientEvolution: bySystem(sources.systems, assessment.scores, (system, score) =>
      toLocalEvolution(system, score, context),
    ),
    bodySite: { code, name: sources.bodySites.find((each) => each.code === code)?.names[locale] ?? code },
  };
}

/** Scores of a whole-body series in the same shape. */
export function toGlobalReport(
  assessment: GlobalAssessment,
  sources: QuestionnaireSources,
  locale: CatalogueLocale,
): Unencoded<SeverityAssessmentGlobalResponse> {
  const context = toContext(sources, locale);
  return {
    ...toHead(assessment, sources, locale),
    patientEvolution: bySystem(sources.systems, assessment.scores, (system, score) =>
      toGlobalEvolution(system, score, context),
    ),
  };
}

type Head = Pick<
  LocalAssessment,
  'id' | 'issuedAtMs' | 'durationS' | 'condition' | 'models' | 'catalogueVersion'
>;

function toHead(assessment: Head, sources: QuestionnaireSources, locale: CatalogueLocale) {
  return {
    resourceType: 'DiagnosticReport' as const,
    identifier: { use: 'official' as const, value: assessment.id },
    status: 'preliminary' as const,
    issued: toIssued(assessment.issuedAtMs),
    analysisDuration: toSeconds(assessment.durationS),
    knownCondition: toResolvedCondition(assessment.condition, sources, locale),
    locale,
    catalogueVersion: assessment.catalogueVersion,
    models: [...assessment.models],
  };
}

function toContext({ wording, bodySites }: QuestionnaireSources, locale: CatalogueLocale): PhotographContext {
  return { wording, locale, toSite: (code) => ({ code, ancestors: ancestorsOf(code, bodySites) }) };
}

/** Every scoring system by its code, null unless it was scored: existing clients look each of them up. */
function bySystem<S extends { readonly code: string }, E>(
  systems: readonly ScoringSystem[],
  scores: readonly S[],
  toEvolution: (system: ScoringSystem, score: S) => E,
): Record<string, E | null> {
  const entries = systems.map((system): [string, E | null] => {
    const assessed = scores.find(({ code }) => code === system.code);
    return [system.code, assessed === undefined ? null : toEvolution(system, assessed)];
  });
  return Object.fromEntries(entries);
}
