// SPDX-License-Identifier: Apache-2.0
import type { MeasuredQuality, MeasuredReason } from './measure-quality.ts';

/** What to change, worst first; a photograph that is refused always gets a reason, however close it came. */
export function nameFaults({ grades, reasons }: MeasuredQuality, isAcceptable: boolean): MeasuredReason[] {
  if (isAcceptable || reasons.length > 0) return [...reasons];
  const [worst] = Object.entries(grades).sort(([, left], [, right]) => left - right);
  return worst === undefined ? [] : [worst[0] as MeasuredReason];
}
