// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { ToneName } from './tones.ts';
import type { Experiment } from './trials/experiment.ts';
import { floors } from './trials/floors.ts';
import { runExperiment } from './trials/run-experiment.ts';
import { sumUpTrials } from './trials/sum-up-trials.ts';

/** From the palest to the darkest; the report looks at all six, the gates at three to be quick. */
const gateTones: readonly ToneName[] = ['I', 'IV', 'VI'];

/** Holds each experiment to its floor. */
export function gate(experiments: readonly Experiment[]): void {
  it.each(experiments.map((experiment) => [experiment.name, experiment] as const))(
    '%s',
    (name, experiment) => {
      const floor = floors[name];
      if (!floor) throw new Error(`${name}: give it a floor in test/phantoms/trials/floors.ts`);
      const outcome = sumUpTrials(runExperiment(experiment, { tones: gateTones }));
      expect(outcome.correlation).toBeGreaterThanOrEqual(floor.correlation);
      for (const within of Object.values(outcome.correlationByTone)) {
        expect(within).toBeGreaterThanOrEqual(floor.withinTone);
      }
      expect(outcome.toneGap).toBeLessThanOrEqual(floor.toneGap);
      if (floor.error !== undefined) expect(outcome.error).toBeLessThanOrEqual(floor.error);
    },
  );
}
