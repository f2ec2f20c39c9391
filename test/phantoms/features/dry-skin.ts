// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '../render-phantom.ts';
import { putDryness } from './surface-signs.ts';

/** Fine flakes on all the skin. @param amount 0 (none) to 1 (the most) */
export function drySkin(amount: number): Feature {
  return (canvas) => {
    const everywhere = new Float32Array(canvas.blood.length).fill(1);
    if (amount > 0) putDryness(canvas, everywhere, amount);
    return { masks: {}, boxes: [], amounts: { dryness: amount } };
  };
}
