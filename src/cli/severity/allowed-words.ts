// SPDX-License-Identifier: Apache-2.0
import type { Choice, Leaf, Measure } from '../../scoring/items.ts';
import type { Clinic, Place } from './clinic.ts';

/**
 * What may be answered, on one line.
 * @example allowedWords(place, clinic) // '0 None, 1 Slight, 2 Moderate'
 */
export function allowedWords(place: Place<Leaf>, clinic: Clinic): string {
  const { item } = place;
  if (item.kind === 'measure') return boundsWords(item, clinic);
  if (isPlain(item)) return rangeWords(item.options.map(({ value }) => value));
  return item.options
    .map(({ value }) => `${value} ${clinic.answer(place as Place<Choice>, value)}`)
    .join(', ');
}

/** Whether the answers are numbers without words. */
export function isPlain({ options }: Choice): boolean {
  return options.every(({ label }) => label === 'answer.plain');
}

/** `0-4` where there is no gap, each number where there is one. */
function rangeWords(values: readonly number[]): string {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const isDense = values.length > 2 && values.every((value, at) => value === first + at);
  return isDense ? `${first}-${last}` : values.join(', ');
}

function boundsWords({ minimum, maximum, decimals }: Measure, { word }: Clinic): string {
  const kind = decimals === 0 ? word('cli.whole') : word('cli.decimals', 10 ** -decimals);
  const bounds = maximum === null ? word('cli.atLeast', minimum) : `${minimum}-${maximum}`;
  return `${bounds} (${kind})`;
}
