// SPDX-License-Identifier: Apache-2.0
import { hasEveryWord } from '../language/fold-text.ts';
import type { NamedCondition, ScoreEntry } from './to-scores.ts';

/** What somebody looks for; empty strings leave a field open. */
export interface ScoreFilter {
  readonly query: string;
  /** ICD-11 code. */
  readonly condition: string;
  readonly input: '' | 'questionnaire' | 'photograph';
}

export const openFilter: ScoreFilter = { query: '', condition: '', input: '' };

/** The scores that fit, in their order: by words in names, codes, signs and conditions; by condition; by input. */
export function findScores(
  scores: readonly ScoreEntry[],
  { query, condition, input }: ScoreFilter,
): readonly ScoreEntry[] {
  return scores
    .filter((score) => input === '' || score.isFromPhotograph === (input === 'photograph'))
    .filter((score) => condition === '' || isMadeFor(score, condition))
    .filter((score) => hasEveryWord(wordsOf(score), query));
}

/** Made for that condition, a kind of it, what it is a kind of, or for any. */
function isMadeFor({ conditions }: ScoreEntry, condition: string): boolean {
  if (conditions === null) return true;
  return conditions.some(({ code }) => code.startsWith(condition) || condition.startsWith(code));
}

function wordsOf({ code, title, description, conditions, forms }: ScoreEntry): string {
  const items = forms.flatMap(({ blocks }) => blocks.flatMap(({ sets }) => sets.flatMap((set) => set.items)));
  return [code, title, description]
    .concat((conditions ?? []).flatMap((condition) => [condition.code, condition.name]))
    .concat(items.map(({ name }) => name))
    .join(' ');
}

/** Every condition a score was made for, by name. */
export function listConditions(scores: readonly ScoreEntry[], language: string): readonly NamedCondition[] {
  const byCode = new Map(
    scores.flatMap(({ conditions }) => conditions ?? []).map((each) => [each.code, each]),
  );
  return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, language));
}
