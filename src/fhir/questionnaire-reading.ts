// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireBand, QuestionnaireResponse } from '@openderm/contract';
import { wordIn } from '../catalogue/words.ts';
import { readInterval } from '../scoring/bands.ts';
import type { Band, Intensity, Interval, ScoringSystem } from '../scoring/scoring-system.ts';
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

/** In the numbers of the wire. */
const intensities: Readonly<Record<Intensity, { readonly intensity: number; readonly severity: number }>> = {
  None: { intensity: 0, severity: 1 },
  Low: { intensity: 1, severity: 1 },
  Moderate: { intensity: 2, severity: 2 },
  High: { intensity: 3, severity: 3 },
};

function toBand({ range, category, intensity }: Band): QuestionnaireBand {
  const name = toWireNames(wordIn(`band.${category}`));
  return { code: category, category: name, ...toRange(range), ...intensities[intensity] };
}

function toRange(range: Interval): QuestionnaireResponse['range'] {
  const { from, holdsFrom, to, holdsTo } = readInterval(range);
  const end = to === Number.POSITIVE_INFINITY ? null : to;
  return { range, from, fromInclusive: holdsFrom, to: end, toInclusive: holdsTo };
}
