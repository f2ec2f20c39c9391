// SPDX-License-Identifier: Apache-2.0
import { cameraNames } from '../cameras.ts';
import { type LightName, lightNames } from '../lights.ts';
import { createRandom } from '../random.ts';
import { type Phantom, renderPhantom } from '../render-phantom.ts';
import { type ToneName, toneNames } from '../tones.ts';
import type { Experiment } from './experiment.ts';

/** One phantom, looked at. */
export interface Trial {
  readonly tone: ToneName;
  readonly light: LightName;
  readonly amount: number;
  readonly truth: number;
  readonly measured: number;
}

const nets = { lesion: null, wound: null, acne: null };

/** The `at`-th name, again from the first when they are used up. */
const pick = <Name extends string>(names: readonly [Name, ...Name[]], at: number): Name =>
  names[at % names.length] ?? names[0];

function look(experiment: Experiment, phantom: Phantom): { truth: number | null; measured: number } {
  return {
    truth: experiment.truth?.(phantom) ?? null,
    measured: experiment.read(experiment.eye({ image: phantom.image, nets })),
  };
}

/**
 * Every amount on every tone; each time other places, another light and another camera, the same ones for every tone.
 * @param repeats how often each amount is drawn on each tone
 */
export function runExperiment(
  experiment: Experiment,
  {
    repeats = 1,
    tones = toneNames,
  }: { readonly repeats?: number; readonly tones?: readonly ToneName[] } = {},
): Trial[] {
  const seen = tones.filter((tone) => experiment.tones?.includes(tone) ?? true);
  return seen.flatMap((tone) =>
    Array.from({ length: repeats }, (_, repeat) =>
      experiment.amounts.map((amount, step) => {
        const seed = 1000 * repeat + 10 * step + 7;
        const light = pick(lightNames, step + 5 * repeat);
        const camera = pick(cameraNames, step + repeat);
        const features = experiment.draw(amount, createRandom(seed));
        const phantom = renderPhantom({ seed, tone, light, camera, features, sidePx: 256 });
        const { truth, measured } = look(experiment, phantom);
        return { tone, light, amount, truth: truth ?? amount, measured };
      }),
    ).flat(),
  );
}
