// SPDX-License-Identifier: Apache-2.0

/** One decimal says more than the model knows, but rounding 0.3 to 0 or 99.7 to 100 would claim certainty. */
export function formatPercent(value: number, number: (value: number, digits?: number) => string): string {
  if (value > 0 && value < 0.1) return `< ${number(0.1, 1)} %`;
  if (value < 100 && value > 99.9) return `> ${number(99.9, 1)} %`;
  return `${number(value, value === 0 || value === 100 ? 0 : 1)} %`;
}
