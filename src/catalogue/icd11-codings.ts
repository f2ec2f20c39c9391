// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './catalogue.ts';

/** One ICD-11 code with its verbatim title. */
export interface Icd11Coding {
  readonly code: string;
  readonly title: string;
}

/**
 * The ICD-11 codes of a condition: one, two where the classification needs two ("EA90.42, EA90.5Y"), or none for
 * *Non-specific finding*.
 */
export function icd11Codings({ icd11 }: Pick<Condition, 'icd11'>): readonly Icd11Coding[] {
  if (icd11 === null) return [];
  if (icd11.match !== 'combined') return [{ code: icd11.code, title: icd11.title }];
  const titles = icd11.title.split('; ');
  return icd11.code.split(', ').map((code, index) => ({ code, title: titles[index] ?? icd11.title }));
}
