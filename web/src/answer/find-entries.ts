// SPDX-License-Identifier: Apache-2.0
import { hasEveryWord } from '../language/fold-text.ts';
import type { Entry } from './answer.ts';

/** The entries whose name, ICD-11 title or code contains every word typed, whatever case or accents; order is kept. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  return entries.filter(({ name, icd11 }) =>
    hasEveryWord(`${name} ${icd11?.title ?? ''} ${icd11?.code ?? ''}`, query),
  );
}
