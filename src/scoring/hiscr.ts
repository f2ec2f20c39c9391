// SPDX-License-Identifier: Apache-2.0
import { difference, product, sum } from './exact.ts';
import { count, group } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * HiSCR: Hidradenitis Suppurativa Clinical Response. Whether a treatment works: at least half of the abscesses and
 * inflammatory nodules are gone, and there are neither more abscesses nor more draining tunnels than at baseline. 1 is yes,
 * 0 no.
 */

const source = {
  citation:
    'Kimball AB, Jemec GBE, Yang M, et al. Assessing the validity, responsiveness and meaningfulness of the Hidradenitis Suppurativa Clinical Response (HiSCR) as the clinical endpoint for hidradenitis suppurativa treatment. Br J Dermatol 2014;171:1434-1442.',
};

const lesions = {
  nodule: count('sign.nodule'),
  abscess: count('sign.abscess'),
  drainingTunnel: count('sign.drainingTunnel'),
};

const items = {
  baseline: group('hiscr.item.baseline', lesions),
  followUp: group('hiscr.item.followUp', lesions),
};

/** Lesions of the whole body, counted. */
export interface HiscrCounts {
  readonly nodule: number;
  readonly abscess: number;
  readonly drainingTunnel: number;
}

/** Reduction of abscesses and nodules, in percent, that is asked for. @source Kimball and others 2014 */
const leastReductionPercent = 50;

/** Abscesses and nodules at baseline that trials of the measure ask for. @source Kimball and others 2014 */
const fewestAtBaseline = 3;

/**
 * Whether the follow-up is a response: at least 50 % fewer abscesses and nodules together (or as many percent as asked for),
 * no more abscesses, no more draining tunnels. Where there was nothing at baseline, there is nothing to respond.
 * @source Kimball and others 2014
 */
export function achievesHiscr(
  baseline: HiscrCounts,
  followUp: HiscrCounts,
  leastPercent = leastReductionPercent,
): boolean {
  const before = abscessesAndNodules(baseline);
  const gonePercent = product(100, difference(before, abscessesAndNodules(followUp)));
  return (
    before > 0 &&
    gonePercent >= product(leastPercent, before) &&
    followUp.abscess <= baseline.abscess &&
    followUp.drainingTunnel <= baseline.drainingTunnel
  );
}

function abscessesAndNodules({ nodule, abscess }: HiscrCounts): number {
  return sum([nodule, abscess]);
}

/** Yes or no. @source Kimball and others 2014 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 0]', category: 'notAchieved', intensity: 'Moderate' },
    { range: '[1, 1]', category: 'achieved', intensity: 'None' },
  ],
  source,
};

/**
 * Hidradenitis Suppurativa Clinical Response: 1 when achieved, else 0.
 * @source Kimball and others 2014
 */
export const hiscr: ScoringSystem = {
  code: 'hiscr',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED92.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'hiscr',
      mode: 'global',
      items,
      formula: ({ baseline, followUp }) => ({
        value: achievesHiscr(baseline, followUp) ? 1 : 0,
        warnings: abscessesAndNodules(baseline) < fewestAtBaseline ? ['fewLesionsAtBaseline'] : [],
      }),
    }),
  ],
  formulaText:
    'HiSCR is achieved when abscesses + nodules are at least 50 % fewer than at baseline, and neither abscesses nor draining tunnels are more',
  range: '[0, 1]',
  bands,
  direction: 'higherIsBetter',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'hiscr',
    answers: {
      baseline: { nodule: 6, abscess: 2, drainingTunnel: 2 },
      followUp: { nodule: 3, abscess: 1, drainingTunnel: 2 },
    },
    value: 1,
    category: 'achieved',
  },
};
