// SPDX-License-Identifier: Apache-2.0
import type { Reading } from '../../../record/severity-reading.ts';
import type { FoundBox } from '../eye.ts';
import type { Blob } from './find-blobs.ts';
import type { GrownSpot } from './grow-spots.ts';
import type { Ground } from './read-ground.ts';

/** Colour and shape alone do not make a diagnosis: no measured spot is surer than this. Our own convention. */
const mostConfidence = 0.8;

/** Optical density of contrast at which half of the confidence is reached. Our own convention. */
const halfContrast = 0.06;

/** From this many standard deviations above bare skin on noise is no explanation any more. Our own convention. */
const sureSignificance = 12;

/** How far one spot can be believed, 0-0.8: falls with its contrast and as it drowns in the skin's own variation. */
export function rateSpot({ contrast, significance }: Pick<Blob, 'contrast' | 'significance'>): number {
  const strength = contrast / (contrast + halfContrast);
  return mostConfidence * strength * Math.min(1, significance / sureSignificance);
}

/** The spot as a box in the picture. */
export function toBox(spot: GrownSpot, code: string, confidence: number): FoundBox {
  return { code, confidence, x1: spot.x1, y1: spot.y1, x2: spot.x2, y2: spot.y2 };
}

/** Without anything found, all that can be believed is that little was there to see. Our own convention. */
const emptyConfidence = 0.4;

/** From this share of skin in the picture on there is enough to count on. Our own convention. */
const enoughSkin = 0.25;

/** How far the count of what was found can be believed: as far as its members, and less where little skin shows. */
export function countBoxes(boxes: readonly FoundBox[], ground: Ground): Reading {
  const sum = boxes.reduce((total, box) => total + box.confidence, 0);
  const mean = boxes.length > 0 ? sum / boxes.length : emptyConfidence;
  const confidence = mean * Math.min(1, ground.skinShare / enoughSkin);
  return { value: boxes.length, confidence, method: 'measured' };
}
