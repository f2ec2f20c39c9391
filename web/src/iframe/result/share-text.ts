// SPDX-License-Identifier: Apache-2.0
import type { IframeText } from '../words/iframe-text.ts';

/** As far as a share may come to the ends of its scale: reports round it, and nothing in them is certain. */
const [least, most] = [0.05, 99.95];

/** A share of a report: even one that was rounded to 0 or 100 does not claim certainty. */
export function shareText(value: number, { percent }: Pick<IframeText, 'percent'>): string {
  return percent(Math.min(most, Math.max(least, value)));
}
