// SPDX-License-Identifier: Apache-2.0

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A picture whose short side is at most this is kept as it is: the nets see the very pixels that were sent. */
const keptShortSidePx = 384;

/**
 * A larger one is decoded to an eighth more than the largest net input: enough for the second, exact resize not to
 * blur, and every step after the decode is paid per pixel.
 */
const spareFactor = 8 / 7;

/** Panoramas are squeezed along their long side, so that the working picture stays bounded. */
const largestLongSidePx = 1536;

/**
 * Divisors that keep the JPEG decoder at its scales 1/8, 1/4, 1/2: the library leaves a scale as soon as the
 * whole-number shrink equals it, so each is one more than the scale.
 * @source measured: short side 3024 to 378 px decodes at 1/4 in 48-51 ms, to 336 px at 1/8 in 38 ms (sharp 0.35.5)
 */
const divisors = [9, 5, 3] as const;

/**
 * The size to which a picture is decoded, once, for everything that looks at it: the cheapest scale whose short
 * side is at least `neededPx` (the largest net input), never larger than the picture itself.
 */
export function chooseWorkingSize(full: PictureSize, neededPx: number): PictureSize {
  const shortPx = Math.min(full.widthPx, full.heightPx);
  const enough = divisors.map((divisor) => Math.floor(shortPx / divisor)).find((side) => side >= neededPx);
  const wantedPx = Math.ceil(neededPx * spareFactor);
  const targetPx = shortPx <= keptShortSidePx ? shortPx : Math.min(enough ?? shortPx, wantedPx);
  const scaled = (sidePx: number): number =>
    Math.max(1, Math.min(largestLongSidePx, Math.round((sidePx * targetPx) / shortPx)));
  return { widthPx: scaled(full.widthPx), heightPx: scaled(full.heightPx) };
}
