// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../src/quality/pixel-image.ts';
import type { Camera } from './cameras.ts';
import type { Canvas } from './canvas.ts';
import type { Light } from './lights.ts';
import type { Random } from './random.ts';
import { pigments } from './tones.ts';

/** Steps of the table from linear light to sRGB. */
const steps = 4096;

/** @source IEC 61966-2-1:1999 */
const encoded = Uint8ClampedArray.from({ length: steps + 1 }, (_, step) => {
  const light = step / steps;
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
});

/** Shade of each pixel: falloff across the picture and relief in slanting light (Lambert). */
function castShade({ sidePx, height }: Canvas, light: Light): Float32Array {
  const angle = (light.fromDegrees * Math.PI) / 180;
  const [towardsX, towardsY] = [Math.sin(angle), -Math.cos(angle)];
  const last = sidePx - 1;
  const shade = new Float32Array(height.length);
  for (let at = 0; at < shade.length; at++) {
    const x = at % sidePx;
    const y = Math.floor(at / sidePx);
    const before = height[x > 0 ? at - 1 : at] as number;
    const after = height[x < last ? at + 1 : at] as number;
    const above = height[y > 0 ? at - sidePx : at] as number;
    const below = height[y < last ? at + sidePx : at] as number;
    const slopeX = (after - before) / 2;
    const slopeY = (below - above) / 2;
    const facing =
      (1 - light.slant * (slopeX * towardsX + slopeY * towardsY)) /
      Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
    const away = 0.5 - ((x / last - 0.5) * towardsX + (y / last - 0.5) * towardsY) / Math.SQRT2;
    shade[at] = Math.max(0.08, facing) * (1 - light.falloff * away);
  }
  return shade;
}

/** Linear light of each channel that reaches the camera. */
function throwBack(canvas: Canvas, light: Light): Float32Array {
  const { melanin, blood, coat, cover } = canvas;
  const shade = castShade(canvas, light);
  const seen = new Float32Array(coat.length);
  for (let value = 0; value < seen.length; value++) {
    const channel = (value % 3) as 0 | 1 | 2;
    const at = (value - channel) / 3;
    const density =
      (melanin[at] as number) * pigments.melanin[channel] + (blood[at] as number) * pigments.blood[channel];
    const skin = pigments.ground[channel] * 10 ** -density + pigments.gloss;
    const surface = skin * (1 - (cover[at] as number)) + (coat[value] as number);
    seen[value] = surface * (shade[at] as number) * light.colour[channel];
  }
  return seen;
}

/** Means over three pixels each way, as a lens that is slightly out of focus. */
function blur(seen: Float32Array, sidePx: number): Float32Array {
  const along = (values: Float32Array, step: number): Float32Array => {
    const blurred = new Float32Array(values);
    for (let at = step; at < values.length - step; at++) {
      blurred[at] =
        ((values[at - step] as number) + 2 * (values[at] as number) + (values[at + step] as number)) / 4;
    }
    return blurred;
  };
  return along(along(seen, 3), 3 * sidePx);
}

/** Noise of the sensor, and colours as strong as the camera makes them. */
function sense(seen: Float32Array, camera: Camera, random: Random): Uint8Array {
  const normals = Float32Array.from({ length: 4096 }, () => random.normal());
  const pixels = new Uint8Array(seen.length);
  for (let from = 0; from < seen.length; from += 3) {
    const mean = ((seen[from] as number) + (seen[from + 1] as number) + (seen[from + 2] as number)) / 3;
    for (let value = from; value < from + 3; value++) {
      const light = camera.gain * (mean + camera.saturation * ((seen[value] as number) - mean));
      const noise = Math.sqrt(camera.readNoise ** 2 + camera.shotNoise ** 2 * Math.max(0, light));
      const noisy = Math.min(
        1,
        Math.max(0, light + noise * (normals[Math.floor(random.next() * normals.length)] as number)),
      );
      pixels[value] = encoded[Math.round(noisy * steps)] as number;
    }
  }
  return pixels;
}

/** Lights a phantom and photographs it. */
export function develop(canvas: Canvas, light: Light, camera: Camera): PixelImage {
  const { sidePx, random } = canvas;
  let seen = throwBack(canvas, light);
  for (let pass = 0; pass < camera.blurPasses; pass++) seen = blur(seen, sidePx);
  return { pixelsHwc: sense(seen, camera, random), widthPx: sidePx, heightPx: sidePx };
}
