// SPDX-License-Identifier: Apache-2.0
import type { Modality, QualityReason } from '../../record/image-analysis.ts';
import type { JudgedImage } from './judged-image.ts';
import { type Estimate, wilsonInterval } from './wilson-interval.ts';

/** How the device judged the pictures as pictures. */
export interface ImageMetrics {
  readonly n: number;
  /** Share of the pictures of skin that the device accepts. */
  readonly validShare: Estimate;
  /** Share of the pictures of skin that are taken for skin. */
  readonly skinRecognised: Estimate;
  /** Share of the pictures labelled as not skin that are refused as such. */
  readonly notSkinRecognised: Estimate;
  readonly modalities: Readonly<Record<Modality, number>>;
  /** Share with the expected modality; null when none was expected. */
  readonly modalityRecognised: Estimate | null;
  /** How often each reason was given, most frequent first. */
  readonly reasons: readonly { readonly reason: QualityReason; readonly n: number }[];
}

/** @param expected the modality that every picture of skin in the file has, when the caller knows it */
export function computeImageMetrics(images: readonly JudgedImage[], expected?: Modality): ImageMetrics {
  const skin = images.filter(({ meaning }) => meaning.kind !== 'notSkin');
  const notSkin = images.filter(({ meaning }) => meaning.kind === 'notSkin');
  const share = (some: readonly JudgedImage[], all: readonly JudgedImage[]) =>
    wilsonInterval(some.length, all.length);
  const ofModality = (modality: Modality) =>
    skin.filter(({ validity }) => validity.modality.value === modality);
  return {
    n: images.length,
    validShare: share(
      skin.filter(({ validity }) => validity.isValid),
      skin,
    ),
    skinRecognised: share(
      skin.filter(({ validity }) => validity.domain.isDermatological),
      skin,
    ),
    notSkinRecognised: share(
      notSkin.filter(({ validity }) => !validity.domain.isDermatological),
      notSkin,
    ),
    modalities: {
      Clinical: ofModality('Clinical').length,
      Dermoscopic: ofModality('Dermoscopic').length,
      None: ofModality('None').length,
    },
    modalityRecognised: expected === undefined ? null : share(ofModality(expected), skin),
    reasons: countReasons(images),
  };
}

function countReasons(images: readonly JudgedImage[]): ImageMetrics['reasons'] {
  const counts = new Map<QualityReason, number>();
  for (const reason of images.flatMap(({ validity }) => validity.reasons)) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n);
}
