// SPDX-License-Identifier: Apache-2.0

/** Texture below `bare` is bare skin, above `hair` strands; between them it is undecided. Logarithms of brightness, root mean square. */
export interface TextureRange {
  readonly bare: number;
  readonly hair: number;
  /** The picture itself shows both kinds; else usual values stand in, and grain of a dark picture may pass for light hair. */
  readonly isShown: boolean;
}

/**
 * For a picture of one kind of surface only: faces and limbs in photographs have a median of 0.003-0.02, rendered hair of every
 * colour 0.017-0.09. Up to `bareMedian` all is taken for bare but what stands out. Measured on public photographs and our renderings
 */
const bareMedian = 0.012;
const amongBare: TextureRange = { bare: 0.035, hair: 0.085, isShown: false };
const amongHair: TextureRange = { bare: 0.015, hair: 0.024, isShown: false };

/**
 * Two kinds of surface: so much of the spread lies between them (one bell curve cut in two: 0.64), and one has so many times
 * the other's texture and this share of the place: a bare head's rim has less. Measured on public photographs of faces with hair: 0.70-0.78, 2.5-5 times
 */
const twoKinds = { explained: 0.7, ratio: 2, share: 0.2 };

/**
 * The border lies between the two kinds' means on a scale of ratios, but not below these shares of the upper: half of an edge
 * covered by strands has 0.7 of their texture. Undecided between the two values. Our own convention
 */
const border = { bare: { way: 0.5, least: 0.5 }, hair: { way: 0.75, least: 0.75 } };

/** Less texture is no strands, more is surely not bare. Measured on public photographs and our renderings */
const limits = { least: 0.01, most: 0.085 };

const binCount = 64;
/** Ratio of texture from bin to bin, and the texture of the first: up to 0.13, where single edges are cut off. */
const bins = { first: 0.0005, ratio: 1.09 };

interface Split {
  readonly explained: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the place that is in the upper part. */
  readonly upperShare: number;
}

/** Where the texture of this picture's skin-coloured places turns from skin to strands, so that light hair is told from light skin. */
export function findTextureRange(texture: Float32Array, skin: Uint8Array): TextureRange {
  const counts = countBins(texture, skin);
  const { explained, lower, upper, upperShare } = splitInTwo(counts);
  const ratio = bins.ratio ** (upper - lower);
  if (explained < twoKinds.explained || ratio < twoKinds.ratio || upperShare < twoKinds.share)
    return textureOf(findMiddle(counts)) < bareMedian ? amongBare : amongHair;
  const at = ({ way, least }: { readonly way: number; readonly least: number }) => {
    const value = Math.max(textureOf(lower + way * (upper - lower)), least * textureOf(upper));
    return Math.min(limits.most, Math.max(limits.least, value));
  };
  return { bare: at(border.bare), hair: at(border.hair), isShown: true };
}

const textureOf = (bin: number): number => bins.first * bins.ratio ** bin;

function findMiddle(counts: Float64Array): number {
  const { count } = sumUp(counts);
  let below = 0;
  return counts.findIndex((inBin) => {
    below += inBin;
    return below >= count / 2;
  });
}

function countBins(texture: Float32Array, skin: Uint8Array): Float64Array {
  const counts = new Float64Array(binCount);
  const scale = 1 / Math.log(bins.ratio);
  for (let at = 0; at < texture.length; at++) {
    if ((skin[at] as number) < 128) continue;
    const bin = Math.round(scale * Math.log((texture[at] as number) / bins.first + Number.EPSILON));
    const place = Math.max(0, Math.min(binCount - 1, bin));
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/** Cuts a histogram where most of its spread lies between the two parts. @source Otsu 1979, IEEE Trans Syst Man Cybern 9:62-66 */
function splitInTwo(counts: Float64Array): Split {
  const total = sumUp(counts);
  const variance = total.squares / total.count - (total.sum / total.count) ** 2;
  let best: Split = { explained: 0, lower: 0, upper: 0, upperShare: 0 };
  let [count, sum] = [0, 0];
  for (const [bin, inBin] of counts.entries()) {
    count += inBin;
    sum += bin * inBin;
    if (count === 0 || count === total.count) continue;
    const [lower, upper] = [sum / count, (total.sum - sum) / (total.count - count)];
    const share = count / total.count;
    const explained = (share * (1 - share) * (upper - lower) ** 2) / variance;
    if (explained > best.explained) best = { explained, lower, upper, upperShare: 1 - share };
  }
  return best;
}

function sumUp(counts: Float64Array): { count: number; sum: number; squares: number } {
  const total = { count: 0, sum: 0, squares: 0 };
  for (const [bin, inBin] of counts.entries()) {
    total.count += inBin;
    total.sum += bin * inBin;
    total.squares += bin * bin * inBin;
  }
  return total;
}
