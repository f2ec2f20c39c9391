// SPDX-License-Identifier: Apache-2.0
import type { ImageQualityResponse, Model } from '@openderm/contract';
import type { MediaValidity } from '../record/image-analysis.ts';
import { toMediaValidity, toReceivedImage } from './media-validity.ts';
import { toSeconds } from './to-seconds.ts';

interface QualityReport {
  readonly durationS: number;
  readonly images: readonly {
    readonly title: string | null;
    readonly contentType: string | null;
    readonly sha256: string;
    readonly format: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly validity: MediaValidity;
  }[];
  readonly models: readonly Model[];
}

/** Media validity alone, in the blocks of the diagnosis answer. */
export function toImageQuality({ durationS, images, models }: QualityReport): ImageQualityResponse {
  return {
    analysisDuration: toSeconds(durationS),
    imagingAnalysis: images.map((image) => ({
      mediaValidity: toMediaValidity(image.validity),
      contentAttachment: { title: image.title, contentType: image.contentType },
      receivedImage: toReceivedImage(image),
    })),
    models: [...models],
  };
}
