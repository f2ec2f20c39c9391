// SPDX-License-Identifier: Apache-2.0

import type { PixelImage } from '../../quality/pixel-image.ts';
import type { ModelIdentity } from '../../record/model-identity.ts';
import { decodeImage } from '../decode-image.ts';
import { eyePx, type Mask } from '../eyes/eye.ts';
import { loadNets } from './load-nets.ts';
import { segment } from './segment.ts';

/** How far an outline that the net drew agrees with one that a person drew; numbers of pixels. */
export interface Overlap {
  readonly both: number;
  readonly found: number;
  readonly drawn: number;
  readonly all: number;
}

/** The outlining net on its own, in this process: for measuring how right it is. */
export interface Outliner {
  readonly model: ModelIdentity;
  /** What it outlines, e.g. `lesion`, `wound`. */
  readonly channels: readonly string[];
  /**
   * @param photograph bytes of the picture; `drawn` those of a picture that is white where a person saw the thing
   * @throws DeviceError as `decodeImage` does
   */
  compare(channel: string, photograph: Uint8Array, drawn: Uint8Array): Promise<Overlap>;
  close(): Promise<void>;
}

/** From the middle of a mask on the thing is there. */
const presentFrom = 128;

function countOverlap(mask: Mask, drawn: PixelImage): Overlap {
  const sums = { both: 0, found: 0, drawn: 0 };
  for (let pixel = 0; pixel < mask.values.length; pixel++) {
    const isFound = (mask.values[pixel] as number) >= presentFrom ? 1 : 0;
    const isDrawn = (drawn.pixelsHwc[3 * pixel] as number) >= presentFrom ? 1 : 0;
    sums.found += isFound;
    sums.drawn += isDrawn;
    sums.both += isFound * isDrawn;
  }
  return { ...sums, all: mask.values.length };
}

/** Loads the net in `dir`. @throws Error naming every problem */
export async function createOutliner(dir: string, maxPixels: number): Promise<Outliner> {
  const { segmentation } = await loadNets({ segmentation: dir, acne: null });
  if (segmentation === null) throw new Error(`There is no net in ${dir}.`);
  return {
    model: segmentation.identity,
    channels: segmentation.labels.map(({ label }) => label),
    async compare(channel, photograph, drawn) {
      const picture = await decodeImage(photograph, { maxPixels, neededPx: eyePx });
      const whole = await decodeImage(drawn, { maxPixels, neededPx: maxPixels });
      const mask = (await segment(segmentation, picture.working, whole.working))[channel];
      if (mask === undefined) throw new Error(`the net does not outline "${channel}"`);
      return countOverlap(mask, whole.working);
    },
    close: () => segmentation.session.close(),
  };
}
