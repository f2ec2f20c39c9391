// SPDX-License-Identifier: Apache-2.0
import type { FhirPathology, FhirReport } from '@openderm/contract';
import type { Condition } from '../../catalogue/catalogue.ts';
import { nameCondition } from '../../catalogue/local-name.ts';
import type { ReportLocale } from '../../record/company.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import { toClinicalIndicators, toPerformanceIndicators } from './fhir-indicators.ts';
import { toFhirQuestionnaire } from './fhir-questionnaire.ts';
import { nameSite } from './name-site.ts';
import { bodySiteSystem, conditionSystem, icd11System } from './report-code-systems.ts';
import { findCondition, linkTo, type ReportContext } from './report-context.ts';
import type { ShownReport } from './shown-report.ts';
import {
  listConclusions,
  listPhotographs,
  readExtraData,
  shownIndicators,
  shownPerformance,
  toResultFacts,
} from './shown-result.ts';
import { toReportSeconds } from './to-report-figure.ts';
import { toReportInstant } from './to-report-instant.ts';

/** Keys that the reference always emits, always null. @source its page on the FHIR view */
const reserved = {
  patient: null,
  previousDiagnosticReportId: null,
  nextDiagnosticReportId: null,
  helpDiagnoseQuestionnaireAnswers: null,
  isPriority: null,
  isReviewed: null,
  patientVisibility: null,
};

/** A report as `format=fhir` prints it, its translated texts in one language. */
export function toFhirReport(
  report: ShownReport,
  sources: QuestionnaireSources,
  locale: ReportLocale,
): FhirReport {
  const context = { report, sources, locale };
  const { record, links } = report;
  return {
    resourceType: 'DiagnosticReport',
    id: links.encryptedId,
    presentedForm: {
      practitioner: { url: links.url, pdf: links.pdf },
      patient: { url: null, pdf: null },
    },
    encounter: { identifier: { value: record.visitIdentifier } },
    issued: toReportInstant(record.createdAtMs),
    condition: toCondition(context),
    extraData: readExtraData(context),
    anamnesisGeneral: toAnamnesis(context),
    macroscopicMedia: toContextMedia(context),
    result: toResult(context),
    ...reserved,
    status: 'preliminary',
    locale,
  };
}

function toCondition(context: ReportContext): FhirReport['condition'] {
  const { pathology, bodySite } = context.report.record;
  const site = nameSite(context);
  const coding = { system: bodySiteSystem, code: bodySite, display: site.name, displayLocale: site.locale };
  return {
    pathology: pathology === null ? null : toPathology(findCondition(pathology, context), context),
    bodySite: { coding: [coding] },
  };
}

function toPathology(condition: Condition, { locale }: ReportContext): FhirPathology {
  const { name: display, locale: nameLocale } = nameCondition(condition, locale);
  return {
    coding: [
      { code: condition.text, display, system: conditionSystem },
      { code: condition.icd11?.code ?? null, display, system: icd11System },
    ],
    nameLocale,
  };
}

function toAnamnesis({ report }: ReportContext): FhirReport['anamnesisGeneral'] {
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: report.record.anamnesis.map(({ question, answer }, index) => ({
      linkId: index + 1,
      text: question,
      answer: [{ valueString: answer }],
    })),
  };
}

function toContextMedia(context: ReportContext): FhirReport['macroscopicMedia'] {
  const { contextImage } = context.report.record;
  if (contextImage === null) return null;
  const content = { url: linkTo(contextImage, context) };
  return { resourceType: 'Media', content, type: 'Image', annotations: null };
}

function toResult(context: ReportContext): FhirReport['result'] {
  const { diagnosis, severities } = context.report.record;
  return {
    id: diagnosis.id,
    performanceIndicators: toPerformanceIndicators(shownPerformance(context)),
    clinicalIndicators: toClinicalIndicators(shownIndicators(context)),
    analysisDuration: toReportSeconds(diagnosis.durationS),
    observations: listPhotographs(context).map(({ url, modality, diqaScore, facts }) => ({
      media: { resourceType: 'Media', content: { url }, type: 'Image', modality, diqaScore, ...facts },
    })),
    conclusions: listConclusions(context).map(({ probability, condition }) => ({
      pathology: toPathology(condition, context),
      probability,
    })),
    questionnaires: severities.map((severity) => toFhirQuestionnaire(severity, context)),
    ...toResultFacts(context),
  };
}
