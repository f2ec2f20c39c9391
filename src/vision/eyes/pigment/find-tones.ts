// SPDX-License-Identifier: Apache-2.0

import { fillMask } from '../fill-mask.ts';
import { fitLight, lightAt, type Samples } from './flatten-light.ts';
import { separateTones, type TwoTones } from './separate-tones.ts';

/** Pale and pigmented skin, apart from what slow light does. */
export interface SkinTones {
  readonly tones: TwoTones;
  /** As `lightAt` takes it. */
  readonly light: Float64Array;
}

/** A map over the picture and where it counts. */
export interface SkinMap {
  readonly values: Float32Array;
  /** Above 0 where there is skin. */
  readonly skin: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** So many pixels tell the tones as well as all. Our own convention */
const enoughSamples = 10_000;

/** Tones and light are told apart in turns; so many turns are enough for the maps of the tests. Our own convention */
const turns = 4;

/** Fewer samples than this say nothing about two tones. Our own convention */
const fewestSamples = 50;

/** Two tones of the skin, or null where there is too little skin. */
export function findTones(map: SkinMap): SkinTones | null {
  const samples = takeSamples(map);
  if (samples.values.length < fewestSamples) return null;
  const evenLight = new Float64Array(0);
  const slowLight = fitLight(samples, new Uint8Array(samples.values.length));
  const candidates = [evenLight, slowLight].flatMap((light) => settle(samples, light) ?? []);
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  return others.reduce((a, b) => (unexplained(b.tones) < unexplained(a.tones) ? b : a), first);
}

/** Variance that neither tones nor light explain. */
function unexplained({ low, high }: TwoTones): number {
  return low.share * low.sd * low.sd + high.share * high.sd * high.sd;
}

/** Distance of the two means in standard deviations. */
export function separation({ low, high }: TwoTones): number {
  return (high.mean - low.mean) / Math.sqrt((low.sd * low.sd + high.sd * high.sd) / 2);
}

function takeSamples({ values, skin, widthPx, heightPx }: SkinMap): Samples {
  const sampleStep = Math.max(1, Math.round(Math.sqrt(values.length / enoughSamples)));
  const [across, down, found]: [number[], number[], number[]] = [[], [], []];
  for (let y = sampleStep >> 1; y < heightPx; y += sampleStep) {
    for (let x = sampleStep >> 1; x < widthPx; x += sampleStep) {
      const at = y * widthPx + x;
      if (skin[at] === 0) continue;
      across.push(acrossAt(x, widthPx));
      down.push(acrossAt(y, heightPx));
      found.push(values[at] as number);
    }
  }
  return {
    across: Float32Array.from(across),
    down: Float32Array.from(down),
    values: Float32Array.from(found),
  };
}

/** -1 at one side of the picture, 1 at the other. */
export function acrossAt(at: number, lengthPx: number): number {
  return (2 * (at + 0.5)) / lengthPx - 1;
}

function settle(samples: Samples, start: Float64Array): SkinTones | null {
  let light = start;
  let tones = separateTones(withoutLight(samples, light));
  for (let turn = 0; turn < turns && tones !== null; turn++) {
    const flat = withoutLight(samples, light);
    const { boundary } = tones;
    light = fitLight(
      samples,
      fillMask(flat, (value) => (value < boundary ? 1 : 0)),
    );
    tones = separateTones(withoutLight(samples, light));
  }
  return tones === null ? null : { tones, light };
}

function withoutLight({ across, down, values }: Samples, light: Float64Array): Float32Array {
  return values.map((value, at) => value - lightAt(light, across[at] as number, down[at] as number));
}
