// SPDX-License-Identifier: Apache-2.0
import type { Terminal } from '../src/cli/terminal/terminal.ts';
import type { DeviceProcess } from '../test/fixtures/device-process.ts';
import type { HelperProcess } from './helper-process.ts';
import type { LoadAnswer, LoadQuestion } from './load-process.ts';
import { phonePhotograph } from './photographs.ts';
import { readingSetup } from './reading-setup.ts';

/** What every measurement of one run shares. */
export interface BenchPlan {
  readonly rounds: number;
  readonly workers: number;
  readonly isQuick: boolean;
  readonly terminal: Terminal;
  readonly device: DeviceProcess;
  readonly load: HelperProcess<LoadQuestion, LoadAnswer>;
}

/** How every helper is set up. */
export const helperSetup = { photograph: phonePhotograph, ...readingSetup };

interface Noisy {
  readonly noiseCores: number | undefined;
}

/** Rounds in which others took more than this are set aside, when enough quiet ones remain. */
const QUIET_CORES = 0.15;
const ENOUGH_QUIET_ROUNDS = 3;

export function chooseQuiet<R extends Noisy>(rounds: readonly R[]): readonly R[] {
  const quiet = rounds.filter(({ noiseCores }) => noiseCores !== undefined && noiseCores < QUIET_CORES);
  return quiet.length >= ENOUGH_QUIET_ROUNDS ? quiet : rounds;
}

/** `2 workers, 5 rounds, 4 quiet ones counted; others used 0.05-0.30 cores meanwhile` */
export function describeRounds(rounds: readonly Noisy[], workers: number): string {
  const noise = rounds.flatMap(({ noiseCores }) => noiseCores ?? []);
  const spread =
    noise.length > 0 ? `${Math.min(...noise).toFixed(2)}-${Math.max(...noise).toFixed(2)}` : 'unknown';
  const counted = chooseQuiet(rounds).length;
  const chosen = counted < rounds.length ? `, ${counted} quiet ones counted` : '';
  return `${workers} workers, ${rounds.length} rounds${chosen}; others used ${spread} cores meanwhile`;
}
