// SPDX-License-Identifier: Apache-2.0
import Big from 'big.js';

/*
 * Scores are sums of decimals such as 0.1, which binary numbers cannot hold: 0.3 x 3 x 7 would print 6.3000000000000001.
 * Every step is done on decimals and handed on as the number that prints as the exact result.
 */

/** Far below anything a score distinguishes; only `ratio` can need it. */
const ratioDecimals = 10;

/** Rounds halves away from zero, as people do. */
const halfUp = 1;

export function sum(terms: readonly number[]): number {
  return toNumber(terms.reduce((total: Big, term) => total.plus(term), new Big(0)));
}

export function product(...factors: readonly number[]): number {
  return toNumber(factors.reduce((total: Big, factor) => total.times(factor), new Big(1)));
}

/** `part / whole`, to ten decimals. @throws Error when `whole` is 0 */
export function ratio(part: number, whole: number): number {
  const quotient = new Big(part).div(whole);
  return toNumber(quotient.round(ratioDecimals, halfUp));
}

/** `a - b`. */
export function difference(a: number, b: number): number {
  return toNumber(new Big(a).minus(b));
}

export function mean(terms: readonly number[]): number {
  return ratio(sum(terms), terms.length);
}

/** To so many decimals, halves away from zero: 0.5 becomes 1, 2.675 becomes 2.68. */
export function round(value: number, decimals: number): number {
  return toNumber(new Big(value).round(decimals, halfUp));
}

/** Nothing is less than nothing: minus zero becomes zero. */
function toNumber(exact: Big): number {
  return exact.toNumber() + 0;
}
