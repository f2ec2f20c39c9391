// SPDX-License-Identifier: Apache-2.0
import type {
  Conclusion,
  DiagnosisSupportResponse,
  HeatMap,
  ImageConclusion,
  ImagingAnalysis,
  MediaValidity,
  Model,
} from '@openderm/contract';
import type { Answer, Entry, HeatMapPicture, ModelCredit, PhotoReading, Validity } from './answer.ts';

/** The device's answer in the words of this page; nothing is computed, everything is the device's. */
export function readAnswer(response: DiagnosisSupportResponse): Answer {
  return {
    id: response.identifier.value,
    issued: response.issued,
    durationS: response.analysisDuration,
    together: {
      entries: response.conclusion.map((conclusion, index) => toEntry(conclusion, index, null)),
      indicatorPercents: response.clinicalIndicator,
      entropyPercent: response.performanceIndicator.entropy,
      sensitivityPercent: response.performanceIndicator.sensitivity,
      specificityPercent: response.performanceIndicator.specificity,
      imageEvidencePercent: response.imageEvidencePercent,
    },
    photos: response.imagingAnalysis.map(toPhoto),
    warnings: response.warnings,
    models: response.models.map(toCredit),
    catalogueVersion: response.catalogueVersion,
  };
}

function toPhoto(analysis: ImagingAnalysis): PhotoReading {
  return {
    entries: analysis.conclusion.map((conclusion, index) =>
      toEntry(conclusion, index, pictureOf(conclusion)),
    ),
    indicatorPercents: analysis.clinicalIndicator,
    entropyPercent: analysis.performanceIndicator.entropy,
    imageEvidencePercent: analysis.imageEvidencePercent,
    validity: toValidity(analysis.mediaValidity),
    widthPx: analysis.receivedImage.width,
    heightPx: analysis.receivedImage.height,
  };
}

function toEntry(conclusion: Conclusion, index: number, heatMap: HeatMapPicture | null): Entry {
  const coding = conclusion.code.coding?.[0];
  return {
    rank: index + 1,
    name: conclusion.code.text,
    icd11: coding === undefined ? null : { code: coding.code, title: coding.display ?? conclusion.code.text },
    probabilityPercent: conclusion.probability,
    evidence: conclusion.evidence,
    heatMap,
  };
}

function pictureOf({ explainability }: ImageConclusion): HeatMapPicture | null {
  return explainability === null ? null : toPicture(explainability.heatMap);
}

function toPicture({ contentType, data, title }: HeatMap): HeatMapPicture {
  return { source: `data:${contentType};base64,${data}`, title };
}

function toValidity({ quality, domain, modality, isValid, reasons }: MediaValidity): Validity {
  return {
    isValid,
    score: quality.score,
    band: quality.interpretation,
    isAcceptable: quality.acceptable,
    isSkin: domain.isDermatological,
    skinPercent: domain.additionalData.aiConfidence.value,
    modality: modality.value,
    modalityPercent: modalityPercent(modality),
    reasons,
  };
}

function modalityPercent({ value, additionalData }: MediaValidity['modality']): number | null {
  if (value === 'Clinical') return additionalData.aiConfidenceClinical.value;
  return value === 'Dermoscopic' ? additionalData.aiConfidenceDermoscopic.value : null;
}

function toCredit({ name, version, task, licence }: Model): ModelCredit {
  return {
    name,
    version,
    task,
    licenceId: licence.id,
    licenceNote: licence.note,
    allowsCommercialUse: licence.commercialUse,
  };
}
