// SPDX-License-Identifier: Apache-2.0

/** A thing at a place, in pixels. */
export interface TrueBox {
  readonly code: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What a feature put into the picture. */
export interface FeatureTruth {
  /** 0 or 255, by name, e.g. `lesion`, `wound`. */
  readonly masks: Readonly<Record<string, Uint8Array>>;
  readonly boxes: readonly TrueBox[];
  /** As set: 0 (absent) to 1 (the most), by sign. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** All that is known of a phantom. */
export interface PhantomTruth extends FeatureTruth {
  /** 255 where the picture shows skin, with all that lies on it. */
  readonly skin: Uint8Array;
  /** Percent of the visible skin that each mask covers. */
  readonly percents: Readonly<Record<string, number>>;
  /** Number of boxes of each code. */
  readonly counts: Readonly<Record<string, number>>;
}

function join(left: Uint8Array | undefined, right: Uint8Array): Uint8Array {
  return left === undefined ? right : left.map((value, at) => value | (right[at] as number));
}

function countMarked(values: Uint8Array): number {
  let count = 0;
  for (const value of values) if (value > 0) count++;
  return count;
}

/** Sums up what several features put there; masks of one name are joined. */
export function sumUp(features: readonly FeatureTruth[], skin: Uint8Array): PhantomTruth {
  const masks: Record<string, Uint8Array> = {};
  const counts: Record<string, number> = {};
  const boxes = features.flatMap((feature) => feature.boxes);
  for (const feature of features) {
    for (const [name, mask] of Object.entries(feature.masks)) masks[name] = join(masks[name], mask);
  }
  for (const { code } of boxes) counts[code] = (counts[code] ?? 0) + 1;
  const skinPx = Math.max(1, countMarked(skin));
  const percents = Object.fromEntries(
    Object.entries(masks).map(([name, mask]) => [name, (100 * countMarked(mask)) / skinPx]),
  );
  return {
    masks,
    boxes,
    amounts: Object.assign({}, ...features.map(({ amounts }) => amounts)),
    skin,
    percents,
    counts,
  };
}
