// SPDX-License-Identifier: Apache-2.0
import { groupedEstimates, meanOf } from './grouped-bootstrap.ts';
import { type Estimate, wilsonInterval } from './wilson-interval.ts';

/** What a picture was called, and how surely, before and after something happened to it. */
export interface Shift {
  /** Condition that led at first. */
  readonly before: string | null;
  /** Condition that leads now. */
  readonly after: string | null;
  /** Probability of the condition that led at first: then, and now. */
  readonly probabilityBefore: number;
  readonly probabilityAfter: number;
  readonly wasUsable: boolean;
  readonly isUsable: boolean;
}

/** How well answers stand one disturbance. */
export interface RobustnessRow {
  readonly disturbance: string;
  /** Share of pictures whose first condition is the same. */
  readonly sameFirst: Estimate;
  /** Mean change of that condition's probability, -1 to 1. */
  readonly probabilityChange: Estimate;
  /** The same without its sign: how far it moves either way. */
  readonly absoluteChange: Estimate;
  /** Share of the usable pictures that stay usable. */
  readonly stillUsable: Estimate;
}

const changeOf = ({ probabilityBefore, probabilityAfter }: Shift) => probabilityAfter - probabilityBefore;

/** @param groups of every picture, such as the person it shows; the intervals of the changes draw whole groups */
export function robustnessRow(
  disturbance: string,
  shifts: readonly Shift[],
  groups: readonly string[],
): RobustnessRow {
  const changes = shifts.map(changeOf);
  const [probabilityChange, absoluteChange] = groupedEstimates(groups, [
    meanOf(changes),
    meanOf(changes.map(Math.abs)),
  ]);
  const usable = shifts.filter(({ wasUsable }) => wasUsable);
  const none = wilsonInterval(0, 0);
  return {
    disturbance,
    sameFirst: wilsonInterval(shifts.filter(({ before, after }) => before === after).length, shifts.length),
    probabilityChange: probabilityChange ?? none,
    absoluteChange: absoluteChange ?? none,
    stillUsable: wilsonInterval(usable.filter(({ isUsable }) => isUsable).length, usable.length),
  };
}
