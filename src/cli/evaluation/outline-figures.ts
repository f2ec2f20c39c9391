// SPDX-License-Identifier: Apache-2.0
import type { Overlap } from '../../vision/nets/create-outliner.ts';
import { groupedEstimates, meanOf } from './grouped-bootstrap.ts';
import type { Figures } from './task-evaluation.ts';

/** 2 both / (found + drawn); undefined (NaN) where a person saw nothing. @source Dice 1945, Ecology 26:297 */
export function diceOf({ both, found, drawn }: Overlap): number {
  return drawn === 0 ? Number.NaN : (2 * both) / (found + drawn);
}

/** both / (found or drawn). @source Jaccard 1912, New Phytol 11:37 */
export function jaccardOf({ both, found, drawn }: Overlap): number {
  return drawn === 0 ? Number.NaN : both / (found + drawn - both);
}

/** Share of the picture that was outlined although a person saw nothing in it. */
export function falseShareOf({ found, drawn, all }: Overlap): number {
  return drawn === 0 ? found / all : Number.NaN;
}

/** Mean of each measure over the pictures, intervals by groups. */
export function outlineFigures(overlaps: readonly Overlap[], groups: readonly string[]): Figures {
  const measures = { dice: diceOf, jaccard: jaccardOf, outlinedWhereNothingIs: falseShareOf };
  const values = Object.values(measures).map((measure) => overlaps.map(measure));
  const estimates = groupedEstimates(groups, values.map(meanOf));
  const named = Object.keys(measures).map((name, at) => {
    const n = (values[at] ?? []).filter((value) => !Number.isNaN(value)).length;
    const none = { value: null, low: null, high: null };
    return [name, { ...(estimates[at] ?? none), n }] as const;
  });
  return Object.fromEntries(named.filter(([, { n }]) => n > 0));
}
