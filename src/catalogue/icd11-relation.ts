// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from './catalogue.ts';
import { icd11Codings } from './icd11-codings.ts';

/** Four characters, then up to three of a subcategory behind a point; I and O are never used, as they look like 1 and 0. */
const icd11Form = /^[0-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](\.[0-9A-HJ-NP-Z]{1,3})?$/;

/**
 * Whether a text is written as an ICD-11 stem code, e.g. `EA90.0`.
 * @source ICD-11 Reference Guide, World Health Organization, on the structure of codes
 */
export function isIcd11Code(text: string): boolean {
  return icd11Form.test(text);
}

/** Whether a condition of the first code is one of the second: `EA90.40` is one of `EA90.4` and of `EA90`. */
export function isOneOf(code: string, broader: string): boolean {
  return code.startsWith(broader);
}

/** Whether one of two codes is the other or a part of it. */
export function areRelated(a: string, b: string): boolean {
  return isOneOf(a, b) || isOneOf(b, a);
}

/** Every ICD-11 code of the catalogue, once. */
export function listIcd11Codes(catalogue: Catalogue): readonly string[] {
  const codes = catalogue.conditions.flatMap((condition) => icd11Codings(condition).map(({ code }) => code));
  return [...new Set(codes)];
}
