// SPDX-License-Identifier: Apache-2.0

/** Scores are exact; more than two digits after the point would be noise of the division. Our own convention. */
const mostDigits = 2;

/** How many digits after the point a score needs: 4 none, 3.6 one, 1.25 two. */
export function neededDigits(value: number): number {
  return (
    value
      .toFixed(mostDigits)
      .replace(/\.?0+$/, '')
      .split('.')[1]?.length ?? 0
  );
}
