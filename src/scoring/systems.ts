// SPDX-License-Identifier: Apache-2.0
import { pasi } from './pasi.ts';
import type { ScoringSystem } from './scoring-system.ts';

/** Every scoring system: those of the reference API first, in the order of their codes, then the wider set. */
export const scoringSystems: readonly ScoringSystem[] = [pasi];

const byCode = new Map(scoringSystems.map((system) => [system.code, system]));

/** The system of that code, exactly as it is written on the wire. */
export function findScoringSystem(code: string): ScoringSystem | undefined {
  return byCode.get(code);
}
