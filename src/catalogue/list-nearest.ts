// SPDX-License-Identifier: Apache-2.0
import { findNearest } from './find-nearest.ts';

/** As many as fit in a sentence. */
const mostSuggestions = 5;

/** What a refusal adds after an unknown code: "nearest: pasi, apasi", or nothing where none is near. */
export function listNearest(wanted: string, known: readonly string[]): string {
  const near = known.includes(wanted) ? [wanted] : findNearest(wanted, known, mostSuggestions);
  return near.length === 0 ? '' : `nearest: ${near.join(', ')}`;
}
