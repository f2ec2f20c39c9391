// SPDX-License-Identifier: Apache-2.0
import type { RawPathology, RawReport, RawScoringSystem } from '@openderm/contract';
import type { Condition } from '../../catalogue/catalogue.ts';
import { nameCondition } from '../../catalogue/local-name.ts';
import type { ReportLocale } from '../../record/company.ts';
import type { ReportSeverity } from '../../record/report-record.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import { nameSite } from './name-site.ts';
import { findCondition, linkTo, type ReportContext } from './report-context.ts';
import type { ShownFacet } from './shown-facets.ts';
import type { ShownReport } from './shown-report.ts';
import {
  listConclusions,
  listPhotographs,
  readExtraData,
  shownIndicators,
  shownPerformance,
  toResultFacts,
} from './shown-result.ts';
import { toShownSeverity } from './shown-severity.ts';
import { toNullableReportPercent, toReportSeconds } from './to-report-figure.ts';
import { toReportInstant } from './to-report-instant.ts';

/** A report as `format=raw` prints it, its translated texts in one language. */
export function toRawReport(
  report: ShownReport,
  sources: QuestionnaireSources,
  locale: ReportLocale,
): RawReport {
  const context = { report, sources, locale };
  const { record, links } = report;
  const site = nameSite(context);
  return {
    id: links.encryptedId,
    url: links.url,
    pdf: links.pdf,
    visitIdentifier: record.visitIdentifier,
    extraData: readExtraData(context),
    pathology:
      record.pathology === null ? null : toPathology(findCondition(record.pathology, context), context),
    bodySite: { code: record.bodySite, name: site.name, nameLocale: site.locale },
    createdAt: toReportInstant(record.createdAtMs),
    anamnesisGeneral: record.anamnesis.map(({ question, answer }) => ({ question, answer })),
    macroscopicMedia: toContextMedia(context),
    result: toResult(context),
    status: 'preliminary',
    locale,
  };
}

function toPathology(condition: Condition, { locale }: ReportContext): RawPathology {
  const named = nameCondition(condition, locale);
  const icd11 = condition.icd11?.code ?? null;
  return { name: named.name, code: condition.text, icd11, nameLocale: named.locale };
}

function toContextMedia(context: ReportContext): RawReport['macroscopicMedia'] {
  const { contextImage } = context.report.record;
  if (contextImage === null) return null;
  return { url: linkTo(contextImage, context), type: 'Image', annotations: [] };
}

function toResult(context: ReportContext): RawReport['result'] {
  const { diagnosis, severities } = context.report.record;
  const { sensitivity, specificity, entropy } = shownPerformance(context);
  return {
    id: diagnosis.id,
    metrics: {
      sensitivity: toNullableReportPercent(sensitivity),
      specificity: toNullableReportPercent(specificity),
      entropy: toNullableReportPercent(entropy),
    },
    preliminaryFindings: toFindings(context),
    iaSeconds: toReportSeconds(diagnosis.durationS),
    observations: listPhotographs(context).map(({ url, modality, diqaScore, facts }) => ({
      media: { type: 'Image', modality, diqaScore, url, ...facts },
    })),
    conclusions: listConclusions(context).map(({ probability, condition }) => ({
      probability,
      pathology: toPathology(condition, context),
    })),
    scoringSystems: severities.map((severity) => toScoringSystem(severity, context)),
    ...toResultFacts(context),
  };
}

function toFindings(context: ReportContext): RawReport['result']['preliminaryFindings'] {
  const indicators = shownIndicators(context);
  return {
    hasCondition: toNullableReportPercent(indicators.hasCondition),
    malignancy: toNullableReportPercent(indicators.malignancy),
    adjustedMalignancy: null,
    pigmentedLesion: toNullableReportPercent(indicators.pigmentedLesion),
    urgentReferral: toNullableReportPercent(indicators.urgentReferral),
    highPriorityReferral: toNullableReportPercent(indicators.highPriorityReferral),
  };
}

function toScoringSystem(severity: ReportSeverity, context: ReportContext): RawScoringSystem {
  const shown = toShownSeverity(severity, context);
  const { media } = severity;
  return {
    scoringSystem: { name: shown.title, code: shown.code },
    score: {
      value: shown.value,
      severity: { value: shown.band?.level ?? null, interpretations: shown.interpretations },
    },
    reduction: shown.reduction,
    facets: shown.facets.map(toFacet),
    explainabilityMedia: media === null ? null : { url: linkTo(media, context) },
    history: shown.history,
    ...shown.facts,
  };
}

function toFacet({ code, name, description, display, value, reading }: ShownFacet) {
  return { facet: { name, description, code }, value: { display, raw: value }, ...reading };
}
