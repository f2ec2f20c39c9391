// SPDX-License-Identifier: Apache-2.0
import { add, lay } from '../canvas.ts';
import { createNoise } from '../noise.ts';
import type { Feature } from '../render-phantom.ts';
import type { Rgb } from '../tones.ts';

/** Linear light of a cloth. Our own convention */
const cloth: Rgb = [0.1, 0.16, 0.3];

/**
 * A limb lying upright on blue cloth, rounded towards its sides. Comes last of the features: it covers what lies beside it.
 * @param width share of the picture's side, 0-1
 */
export function limb(width = 0.7): Feature {
  return (canvas) => {
    const { sidePx, random, skin } = canvas;
    const folds = createNoise(random, 0.1 * sidePx);
    const half = (width * sidePx) / 2;
    for (let at = 0; at < skin.length; at++) {
      const [x, y] = [at % sidePx, Math.floor(at / sidePx)];
      const away = Math.abs(x - sidePx / 2) / half;
      if (away < 1) {
        // A round limb would darken to black at its sides; light from all around keeps them visible.
        add(canvas.height, at, 0.35 * half * Math.sqrt(1 - 0.96 * away * away));
        continue;
      }
      const light = 1 + 0.2 * folds(x, y);
      lay(canvas, at, [cloth[0] * light, cloth[1] * light, cloth[2] * light], 1);
      skin[at] = 0;
    }
    return { masks: {}, boxes: [], amounts: {} };
  };
}
