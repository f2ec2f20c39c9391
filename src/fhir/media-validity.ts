// SPDX-License-Identifier: Apache-2.0
import type { Concept, MediaValidity as MediaValidityBlock, ReceivedImage } from '@openderm/contract';
import type { MediaValidity } from '../record/image-analysis.ts';
import { toPercent } from './to-percent.ts';
import { confidenceCodes } from './wire-constants.ts';

/** The `mediaValidity` block that every endpoint with images answers. */
export function toMediaValidity({
  quality,
  domain,
  modality,
  isValid,
  reasons,
}: MediaValidity): MediaValidityBlock {
  return {
    quality: {
      acceptable: quality.isAcceptable,
      score: quality.score,
      interpretation: quality.interpretation,
    },
    domain: {
      isDermatological: domain.isDermatological,
      additionalData: { aiConfidence: toConfidence(confidenceCodes.dermatological, domain.skinProbability) },
    },
    modality: {
      value: modality.value,
      additionalData: {
        aiConfidenceClinical: toConfidence(confidenceCodes.clinical, modality.clinicalProbability),
        aiConfidenceDermoscopic: toConfidence(confidenceCodes.dermoscopic, modality.dermoscopicProbability),
      },
    },
    isValid,
    reasons: [...reasons],
  };
}

function toConfidence(code: Concept, probability: number) {
  return { code, value: toPercent(probability), interpretation: null };
}

interface ReadImage {
  readonly sha256: string;
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const contentTypes: Readonly<Record<string, string>> = { heif: 'image/avif' };

/** What was received, whatever the caller called it. */
export function toReceivedImage({ sha256, format, widthPx, heightPx }: ReadImage): ReceivedImage {
  const contentType = contentTypes[format] ?? `image/${format}`;
  return { sha256, contentType, width: widthPx, height: heightPx };
}
