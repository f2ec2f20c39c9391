// SPDX-License-Identifier: Apache-2.0
import { localWord } from '../../catalogue/local-word.ts';
import { wordCatalogues } from '../../catalogue/words.ts';
import type { ReportLocale } from '../../record/company.ts';
import type { Leaf } from '../../scoring/items.ts';
import type { Band, ScoringSystem } from '../../scoring/scoring-system.ts';
import { type Asked, answerKey, type Wording } from '../wording.ts';

/** What a report says of a score, in one language. */
export interface ScoreTexts {
  title(system: ScoringSystem, form: string): string;
  band(band: Band): string;
  warning(code: string): string;
  label(asked: Asked<Leaf>): string;
  /** What an item is about; empty where nobody has said it. */
  description(item: Leaf): string;
  answer(asked: Asked<Leaf>, value: number): string;
  say(key: string): string;
}

/** Reports of the reference call these two by other names. @source its printed examples */
const titles: Readonly<Record<string, string>> = {
  apasiLocal: 'report.apasi.title',
  aladinLocal: 'report.alegi.title',
};

/** The owner's wording where the operator has loaded it; nobody can load one in Portuguese. */
export function createScoreTexts(wording: Wording, locale: ReportLocale): ScoreTexts {
  const say = (key: string, value?: number) => localWord(key, locale, value);
  return {
    title({ code }, form) {
      const own = titles[form];
      if (own !== undefined) return say(own);
      return locale === 'pt' ? say(`${code}.title`) : wording.title(code, form)[locale];
    },
    band: ({ category }) => say(`band.${category}`),
    warning: (code) => say(`warning.${code}`),
    label: (asked) => (locale === 'pt' ? say(asked.item.label) : wording.label(asked)[locale]),
    description(item) {
      const key = `${item.label}.definition`;
      return Object.hasOwn(wordCatalogues.en, key) ? say(key) : '';
    },
    answer: (asked, value) =>
      locale === 'pt' ? say(answerKey(asked.item, value), value) : wording.answer(asked, value)[locale],
    say,
  };
}
