// SPDX-License-Identifier: Apache-2.0
import { findNearest } from './find-nearest.ts';

/** As many as fit in a sentence. */
const mostSuggestions = 5;

/**
 * What a refusal adds after an unknown code: "nearest: pasi, apasi", or nothing where none is near. Capitals and
 * punctuation do not count: `ARM_LEFT` is next to `armLeft`.
 */
export function listNearest(wanted: string, known: readonly string[]): string {
  const near = known.includes(wanted) ? [wanted] : findNear(wanted, known);
  return near.length === 0 ? '' : `nearest: ${near.join(', ')}`;
}

function findNear(wanted: string, known: readonly string[]): readonly string[] {
  const letters = lettersOf(wanted);
  const same = known.filter((code) => lettersOf(code) === letters);
  const others = new Map(known.filter((code) => !same.includes(code)).map((code) => [lettersOf(code), code]));
  const near = findNearest(letters, others.keys(), mostSuggestions).flatMap((each) => others.get(each) ?? []);
  return letters === '' ? [] : [...same, ...near].slice(0, mostSuggestions);
}

function lettersOf(code: string): string {
  return code.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
