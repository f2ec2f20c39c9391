// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { fillMask } from '../fill-mask.ts';
import { labelRegions, paintRegions } from '../label-regions.ts';
import { fillHull } from './fill-hull.ts';

/** Where hair grows and where the scalp is bare, each 0-1 per pixel. */
export interface Scalp {
  readonly hair: Float32Array;
  readonly bald: Float32Array;
  /** Share of the head region that is surely hair, 0-1. */
  readonly hairShare: number;
}

/** A head seen from any side: hair and skin of the picture, 0-1 per pixel. */
export interface SeenHead {
  readonly hair: Float32Array;
  /** Share of the hair that is told by being dark, or by comparison with bare skin, 0-1; the rest might be grain. */
  readonly toldShare: number;
  readonly skin: Float32Array;
  readonly image: PixelImage;
}

/** Below this share of the head there is no hair to tell where the scalp ends. Our own convention */
const leastHairShare = 0.02;

/** Tufts smaller than this share of the head, eyebrows for instance, do not widen the scalp. Our own convention */
const leastTuftShare = 0.01;

/**
 * The scalp: everything within the outline of the hair, and skin above its middle that it frames; the whole head where
 * next to no hair is left.
 */
export function findScalp(seen: SeenHead): Scalp {
  const head = findHead(seen);
  const hairy = head.map((value, at) => (value > 0 && (seen.hair[at] as number) >= 0.5 ? 1 : 0));
  const headPx = countMarked(head);
  const hairShare = headPx === 0 ? 0 : countMarked(hairy) / headPx;
  const scalp = hairShare < leastHairShare ? head : outlineScalp(hairy, head, seen.image);
  const { hair, skin } = seen;
  return {
    hair: hair.map((value, at) => ((head[at] as number) > 0 ? value : 0)),
    bald: skin.map((value, at) =>
      (scalp[at] as number) > 0 ? Math.min(value, 1 - (hair[at] as number)) : 0,
    ),
    hairShare: hairShare * seen.toldShare,
  };
}

/** The largest connected region of skin and hair. */
function findHead({ hair, skin, image }: SeenHead): Uint8Array {
  const body = fillMask(hair, (value, at) => (Math.max(value, skin[at] as number) >= 0.5 ? 1 : 0));
  return keepRegions(body, image, (areaPx, largestPx) => areaPx === largestPx);
}

/** Regions of a mask that pass, as 0 and 1. */
function keepRegions(
  marked: Uint8Array,
  size: { readonly widthPx: number; readonly heightPx: number },
  passes: (areaPx: number, largestPx: number) => boolean,
): Uint8Array {
  const found = labelRegions(marked, size);
  const largest = found.regions.reduce((most, { areaPx }) => Math.max(most, areaPx), 0);
  return paintRegions(found, ({ areaPx }) => (passes(areaPx, largest) ? 1 : 0));
}

function outlineScalp(hairy: Uint8Array, head: Uint8Array, image: PixelImage): Uint8Array {
  const leastPx = leastTuftShare * countMarked(head);
  const tufts = keepRegions(hairy, image, (areaPx) => areaPx >= leastPx);
  const growth = countMarked(tufts) > 0 ? tufts : hairy;
  const scalp = fillHull(growth, image);
  addCrown(scalp, growth, image);
  return scalp.map((value, at) => (value > 0 && (head[at] as number) > 0 ? 1 : 0));
}

/** Adds what lies above the middle of the hair and between its sides: a bald crown over a fringe. */
function addCrown(scalp: Uint8Array, growth: Uint8Array, { widthPx, heightPx }: PixelImage): void {
  let [left, right, rows, count] = [widthPx, 0, 0, 0];
  for (let at = 0; at < growth.length; at++) {
    if (growth[at] === 0) continue;
    left = Math.min(left, at % widthPx);
    right = Math.max(right, at % widthPx);
    rows += Math.floor(at / widthPx);
    count++;
  }
  const middle = count === 0 ? 0 : Math.min(heightPx, Math.floor(rows / count));
  for (let y = 0; y < middle; y++) scalp.fill(1, y * widthPx + left, y * widthPx + Math.max(left, right + 1));
}

function countMarked(marked: Uint8Array): number {
  let count = 0;
  for (const value of marked) count += value;
  return count;
}
