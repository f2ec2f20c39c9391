// SPDX-License-Identifier: Apache-2.0
import type { ClinicalIndicator, DiagnosisSupportResponse, ImagingAnalysis } from '@openderm/contract';
import type { ClinicalIndicators, Diagnosis, ImageDiagnosis } from '../record/diagnosis.ts';
import { type ConditionCode, toConclusions, toImageConclusions } from './conclusion.ts';
import { toMediaValidity, toReceivedImage } from './media-validity.ts';
import { toIssued } from './to-issued.ts';
import { toNullablePercent, toPercent } from './to-percent.ts';
import { toSeconds } from './to-seconds.ts';
import { reportCategory, reportCode } from './wire-constants.ts';

type ConditionCodes = ReadonlyMap<string, ConditionCode>;
type ReportHead = Omit<DiagnosisSupportResponse, 'imagingAnalysis'>;

/** A diagnosis in the shape of the reference's answer; percentages 0-100, no number that is not finite. */
export function toDiagnosticReport(diagnosis: Diagnosis, codes: ConditionCodes): DiagnosisSupportResponse {
  return {
    ...toReportHead(diagnosis, codes),
    imagingAnalysis: diagnosis.images.map((image) => toImagingAnalysis(image, codes)),
  };
}

/**
 * The same as JSON text, in pieces of one image each: seventeen images are some five megabytes, which
 * made in one go would keep the event loop busy for too long.
 */
export function* writeDiagnosticReport(diagnosis: Diagnosis, codes: ConditionCodes): Generator<string> {
  yield `${JSON.stringify(toReportHead(diagnosis, codes)).slice(0, -1)},"imagingAnalysis":[`;
  for (const [index, image] of diagnosis.images.entries()) {
    yield (index === 0 ? '' : ',') + JSON.stringify(toImagingAnalysis(image, codes));
  }
  yield ']}';
}

function toReportHead(diagnosis: Diagnosis, codes: ConditionCodes): ReportHead {
  const { performance } = diagnosis;
  return {
    resourceType: 'DiagnosticReport',
    identifier: { use: 'official', value: diagnosis.id },
    status: 'preliminary',
    category: [...reportCategory],
    code: reportCode,
    issued: toIssued(diagnosis.issuedAtMs),
    analysisDuration: toSeconds(diagnosis.durationS),
    performanceIndicator: {
      sensitivity: toNullablePercent(performance.sensitivity),
      specificity: toNullablePercent(performance.specificity),
      entropy: toPercent(performance.entropy),
    },
    clinicalIndicator: toClinicalIndicator(diagnosis.indicators),
    conclusion: toConclusions(diagnosis.conclusions, codes),
    imageEvidencePercent: toPercent(diagnosis.imageEvidence),
    warnings: [...diagnosis.warnings],
    models: [...diagnosis.models],
    catalogueVersion: diagnosis.catalogueVersion,
  };
}

function toImagingAnalysis(image: ImageDiagnosis, codes: ConditionCodes): ImagingAnalysis {
  return {
    mediaValidity: toMediaValidity(image.validity),
    performanceIndicator: { entropy: toPercent(image.performance.entropy) },
    clinicalIndicator: toClinicalIndicator(image.indicators),
    conclusion: toImageConclusions(image, codes),
    contentAttachment: { title: image.title, contentType: image.contentType },
    imageEvidencePercent: toPercent(image.imageEvidence),
    receivedImage: toReceivedImage(image),
  };
}

function toClinicalIndicator(indicators: ClinicalIndicators): ClinicalIndicator {
  return {
    hasCondition: toPercent(indicators.hasCondition),
    pigmentedLesion: toPercent(indicators.pigmentedLesion),
    malignancy: toPercent(indicators.malignancy),
    urgentReferral: toPercent(indicators.urgentReferral),
    highPriorityReferral: toPercent(indicators.highPriorityReferral),
  };
}
