// SPDX-License-Identifier: Apache-2.0
import type { Comparable } from './comparable-scores.ts';

/** What a score that several photographs make up together is kept and compared as: `avasiGlobal` beside `avasiLocal`. */
export function toWholeBodyForm(code: string): Comparable['form'] {
  return { identifier: `${code}Global`, mode: 'global' };
}
