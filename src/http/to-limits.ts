// SPDX-License-Identifier: Apache-2.0
import { type LimitsResponse, maxLabelCharacters } from '@openderm/contract';
import { bodyLimits } from './body/body-limits.ts';

export interface LimitSettings {
  readonly maxPixels: number;
  readonly qualityAcceptableFrom: number;
  /** The words for a quality score, 0-100. */
  interpretQuality(score: number): string;
  /** 0-1. */
  readonly imageEvidenceThreshold: number;
  readonly tokenLifetimeMinutes: number;
}

const maxScore = 100;

/** What GET /v1/limits prints: this room's own limits and those of the rooms behind it. */
export function toLimits(settings: LimitSettings): LimitsResponse {
  const { maxBytes, maxImages, maxImageBytes, maxTextBytes, maxDepth, maxIdleMs } = bodyLimits;
  return {
    request: {
      maxBytes,
      maxImages,
      maxTextBytes,
      maxDepth,
      maxTitleCharacters: maxLabelCharacters,
      maxIdleSeconds: maxIdleMs / 1000,
    },
    image: {
      maxBytes: maxImageBytes,
      maxPixels: settings.maxPixels,
      contentTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    },
    quality: { acceptableFrom: settings.qualityAcceptableFrom, bands: listBands(settings) },
    imageEvidence: { warnBelowPercent: settings.imageEvidenceThreshold * 100 },
    token: { lifetimeMinutes: settings.tokenLifetimeMinutes },
  };
}

/** Read off score by score: what is printed is what is used. */
function listBands({ interpretQuality }: LimitSettings): LimitsResponse['quality']['bands'] {
  const scores = Array.from({ length: maxScore + 1 }, (_, score) => score);
  const groups = [...Map.groupBy(scores, interpretQuality)];
  return groups.map(([interpretation, members]) => ({
    interpretation,
    from: Math.min(...members),
    to: Math.max(...members),
  }));
}
