// SPDX-License-Identifier: Apache-2.0
import type {
  ClinicalSignsResponse,
  QuestionnairesResponse,
  SeverityAssessmentManualResponse,
} from '@openderm/contract';
import { bodySites } from '../catalogue/body-sites.ts';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { clinicalSigns as signs } from '../catalogue/clinical-signs.ts';
import { catalogue } from '../catalogue/conditions.ts';
import type { Config } from '../config.ts';
import type { PresentableReport } from '../device/read-report.ts';
import { toClinicalSignList } from '../fhir/clinical-sign-list.ts';
import { toGlobalReport, toLocalReport } from '../fhir/photograph-report.ts';
import { toQuestionnaireList } from '../fhir/questionnaire-list.ts';
import { toFhirReport } from '../fhir/report/fhir-report.ts';
import { toRawReport } from '../fhir/report/raw-report.ts';
import { writeReportView } from '../fhir/report/write-report-view.ts';
import { toSeverityReport } from '../fhir/severity-report.ts';
import { createWording, type Wording } from '../fhir/wording.ts';
import { writeJson } from '../fhir/write-json.ts';
import type { GlobalAssessment, LocalAssessment } from '../record/photograph-assessment.ts';
import type { SeverityAssessment } from '../record/severity-assessment.ts';
import { scoringSystems as systems } from '../scoring/systems.ts';
import { readLicensedTexts } from './licensed-texts.ts';

export interface DescribedScores {
  /** What a person reads of each question and answer. */
  readonly wording: Wording;
  readonly questionnaires: QuestionnairesResponse;
  readonly clinicalSigns: ClinicalSignsResponse;
  /** The answer that a client gets, its texts in one language. */
  presentSeverity(assessment: SeverityAssessment, locale: CatalogueLocale): SeverityAssessmentManualResponse;
  /** The same of a photograph, as JSON text in pieces. */
  writeLocalReport(assessment: LocalAssessment, locale: CatalogueLocale): Iterable<string>;
  /** The same of photographs of several body sites. */
  writeGlobalReport(assessment: GlobalAssessment, locale: CatalogueLocale): Iterable<string>;
  /** A company's report in the flat view, as JSON text. */
  writeRawReport(report: PresentableReport): string;
  /** The same in the view that borrows names from FHIR. */
  writeFhirReport(report: PresentableReport): string;
}

/** Every score in words: ours, and the owner's where the operator has loaded them. @throws LicensedTextsError */
export async function describeScores({
  licensedTexts,
}: Pick<Config, 'licensedTexts'>): Promise<DescribedScores> {
  const wording = createWording(await readLicensedTexts(licensedTexts, systems));
  const sources = { systems, bodySites, catalogue, wording };
  return {
    wording,
    questionnaires: toQuestionnaireList(sources),
    clinicalSigns: toClinicalSignList({ signs, systems, wording }),
    presentSeverity: (assessment, locale) => toSeverityReport(assessment, sources, locale),
    writeLocalReport: (assessment, locale) => writeJson(toLocalReport(assessment, sources, locale)),
    writeGlobalReport: (assessment, locale) => writeJson(toGlobalReport(assessment, sources, locale)),
    writeRawReport: (report) =>
      writeReportView(toRawReport(report, sources, report.locale), report.record.extraData),
    writeFhirReport: (report) =>
      writeReportView(toFhirReport(report, sources, report.locale), report.record.extraData),
  };
}
