// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hairyScalp } from './features/hairy-scalp.ts';
import { inflamedPatch } from './features/inflamed-patch.ts';
import { limb } from './features/limb.ts';
import { openWound } from './features/open-wound.ts';
import { spots } from './features/spots.ts';
import { type PhantomSpec, renderPhantom } from './render-phantom.ts';
import { toneNames } from './tones.ts';

const middle = { x: 0.5, y: 0.5, radius: 0.25 };

function render(more: Partial<PhantomSpec> = {}) {
  return renderPhantom({ seed: 4, tone: 'III', sidePx: 96, features: [], ...more });
}

const hashOf = ({ image }: ReturnType<typeof render>): string =>
  createHash('sha256').update(image.pixelsHwc).digest('hex');

/** Mean of a channel over the marked pixels, or over those not marked. */
function meanOf({ image }: ReturnType<typeof render>, channel: number, mask?: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < image.pixelsHwc.length / 3; at++) {
    if (mask && !mask[at]) continue;
    sum += image.pixelsHwc[3 * at + channel] ?? 0;
    count++;
  }
  return sum / count;
}

describe('renderPhantom', () => {
  it('draws the same picture of the same spec, and another of another seed', () => {
    const features = [inflamedPatch({ ...middle, erythema: 0.6, desquamation: 0.4 })];
    expect(hashOf(render({ features }))).toBe(hashOf(render({ features })));
    expect(hashOf(render({ features }))).not.toBe(hashOf(render({ features, seed: 5 })));
  });

  it('draws skin darker from tone to tone, always more red than green than blue', () => {
    const greens = toneNames.map((tone) => {
      const phantom = render({ tone });
      expect(meanOf(phantom, 0)).toBeGreaterThan(meanOf(phantom, 1));
      expect(meanOf(phantom, 1)).toBeGreaterThan(meanOf(phantom, 2));
      return meanOf(phantom, 1);
    });
    expect(greens).toEqual([...greens].sort((left, right) => right - left));
  });

  it('reddens the patch and knows its size', () => {
    const phantom = render({ features: [inflamedPatch({ ...middle, erythema: 1 })] });
    const { masks, percents, amounts } = phantom.truth;
    expect(amounts).toEqual({ erythema: 1 });
    expect(percents['lesion']).toBeGreaterThan(12);
    expect(percents['lesion']).toBeLessThan(28);
    expect(meanOf(phantom, 1, masks['lesion'])).toBeLessThan(meanOf(phantom, 1) - 10);
  });

  it('counts what it scattered, clear of each other', () => {
    const { boxes, counts } = render({ features: [spots('wheals', { count: 6 })] }).truth;
    expect(counts).toEqual({ wheal: 6 });
    for (const [at, { x1, x2, y1, y2 }] of boxes.entries()) {
      const others = boxes.slice(at + 1);
      expect(others.every((box) => box.x1 > x2 || box.x2 < x1 || box.y1 > y2 || box.y2 < y1)).toBe(true);
    }
  });

  it('shares a wound out among its tissues', () => {
    const { percents } = render({
      features: [openWound({ ...middle, slough: 0.3, necrosis: 0.2 })],
    }).truth;
    const { wound = 0, slough = 0, necrosis = 0, granulation = 0 } = percents;
    expect(slough / wound).toBeCloseTo(0.3, 2);
    expect(necrosis / wound).toBeCloseTo(0.2, 2);
    expect(slough + necrosis + granulation).toBeCloseTo(wound);
  });

  it('counts a percent of the skin that is seen, not of the picture', () => {
    const features = [inflamedPatch({ ...middle, erythema: 0.8 })];
    const whole = render({ features }).truth.percents['lesion'] ?? 0;
    const onLimb = render({ features: [...features, limb(0.7)] }).truth.percents['lesion'] ?? 0;
    expect(onLimb).toBeCloseTo(whole / 0.7, 0);
  });

  it('leaves bald patches bare', () => {
    const phantom = render({ features: [hairyScalp([middle], 'black')], sidePx: 160 });
    const { masks, percents } = phantom.truth;
    expect((percents['bald'] ?? 0) + (percents['hair'] ?? 0)).toBeCloseTo(100);
    expect(meanOf(phantom, 0, masks['bald'])).toBeGreaterThan(meanOf(phantom, 0, masks['hair']) + 60);
  });
});
