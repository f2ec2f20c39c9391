// SPDX-License-Identifier: Apache-2.0
import { word, wordCatalogues, wordIn } from '../../catalogue/words.ts';
import type { Item, Items } from '../../scoring/items.ts';
import type { ScoringSystem } from '../../scoring/scoring-system.ts';
import { reportNames } from '../report/shown-severity.ts';
import type { OwnConcept } from './own-concepts.ts';

/** Every form of every score, and the names that reports know some of them by. */
export function toScoreConcepts(systems: readonly ScoringSystem[]): readonly OwnConcept[] {
  return systems.flatMap((system) =>
    system.forms.flatMap(({ identifier, mode }) => {
      const names = wordIn(`${system.code}.title`);
      const validated = system.validated ? { validated: true as const } : {};
      const facts = { system: system.code, mode, ...validated };
      const own = { code: identifier, display: `${names.en} (${mode})`, names, facts };
      const reportName = reportNames[identifier];
      return reportName === undefined ? [own] : [own, { ...own, code: reportName }];
    }),
  );
}

/** Every answer in words, with the number it counts. */
export function toAnswerConcepts(systems: readonly ScoringSystem[]): readonly OwnConcept[] {
  const options = systems.flatMap(({ forms }) => forms.flatMap(({ items }) => listOptions(items)));
  const concepts = options.map(({ label, value }): [string, OwnConcept] => {
    const code = toAnswerCode(label, value);
    return [code, { code, display: word(label, 'en', value) }];
  });
  return [...new Map(concepts).values()];
}

/** The same words count differently in different scores. */
export function toAnswerCode(label: string, value: number): string {
  return `${label}.${value}`;
}

function listOptions(items: Items): readonly { readonly label: string; readonly value: number }[] {
  return Object.values(items).flatMap((item: Item) => {
    if (item.kind === 'group') return listOptions(item.items);
    return item.kind === 'choice' ? item.options : [];
  });
}

/** What the ranges of scores are called. */
export function toBandConcepts(): readonly OwnConcept[] {
  return listWords('band.');
}

/** What a reader must know of a score. */
export function toScoreWarningConcepts(): readonly OwnConcept[] {
  return listWords('warning.');
}

function listWords(prefix: string): readonly OwnConcept[] {
  return Object.keys(wordCatalogues.en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ code: key.slice(prefix.length), display: word(key, 'en'), names: wordIn(key) }));
}
