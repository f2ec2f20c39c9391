// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireBand, QuestionnaireResponse } from '@openderm/contract';
import { wordIn } from '../catalogue/words.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Band, Interval, ScoringSystem } from '../scoring/scoring-system.ts';
import { severityLevels } from './severity-levels.ts';
import { toWireNames } from './wire-names.ts';

type Reading = Pick<
  QuestionnaireResponse,
  | 'formula'
  | 'range'
  | 'direction'
  | 'bands'
  | 'bandsBasis'
  | 'bandsSource'
  | 'responses'
  | 'minimalImportantDifference'
>;

/** How a score is counted and read. */
export function toReading(system: ScoringSystem): Reading {
  const { bands, minimalImportantDifference: difference } = system;
  return {
    formula: system.formulaText,
    range: toRange(system.range),
    direction: system.direction,
    bands: bands === null ? null : bands.bands.map(toBand),
    bandsBasis: bands?.basis ?? null,
    bandsSource: bands === null ? null : { ...bands.source },
    responses: system.responses.map((response) => ({ ...response })),
    minimalImportantDifference:
      difference === null ? null : { points: difference.points, source: { ...difference.source } },
  };
}

function toBand({ range, category, intensity }: Band): QuestionnaireBand {
  const name = toWireNames(wordIn(`band.${category}`));
  const { display: _, ...levels } = severityLevels[intensity];
  return { code: category, category: name, ...toRange(range), ...levels };
}

function toRange(range: Interval): QuestionnaireResponse['range'] {
  const { from, holdsFrom, to, holdsTo } = readInterval(range);
  const end = to === Number.POSITIVE_INFINITY ? null : to;
  return { range, from, fromInclusive: holdsFrom, to: end, toInclusive: holdsTo };
}
