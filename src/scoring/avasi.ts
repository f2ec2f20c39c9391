// SPDX-License-Identifier: Apache-2.0
import { product, ratio } from './exact.ts';
import { percentage } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem, type Site } from './scoring-system.ts';
import { viewPercents } from './whole-body-views.ts';

/*
 * AVASI: how much of the skin on a photograph has lost its pigment, 0 to 100 %. The views of a whole-body series add up to
 * the depigmented percent of the body.
 */

const source = {
  citation:
    'Hamzavi I, Jain H, McLean D, Shapiro J, Zeng H, Lui H. Parametric modeling of narrowband UV-B phototherapy for vitiligo using a novel quantitative tool: the Vitiligo Area Scoring Index. Arch Dermatol 2004;140:677-683.',
};

const items = { depigmentation: percentage('sign.depigmentation', { by: 'seen' }) };

/** Nobody published any. @source our own convention: up to 10 % low, up to 50 % moderate */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 10]', category: 'mild', intensity: 'Low' },
    { range: '(10, 50]', category: 'moderate', intensity: 'Moderate' },
    { range: '(50, 100]', category: 'severe', intensity: 'High' },
  ],
  source: { citation: 'A convention of this software; no bands of depigmentation are published.' },
};

/** Percent of the whole skin that is depigmented on this view; nothing for sites that are no view of the series. */
function contributionOf(
  depigmentation: number,
  { code }: Site,
): { readonly globalScoreContribution?: number } {
  const viewPercent = viewPercents[code];
  if (viewPercent === undefined) return {};
  return { globalScoreContribution: ratio(product(depigmentation, viewPercent), 100) };
}

/**
 * Automatic Vitiligo Area Scoring Index of one view: the depigmented percent of the skin that it shows.
 * @source Hamzavi and others 2004, hand units replaced by measured areas
 */
export const avasi: ScoringSystem = {
  code: 'avasi',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED63.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'avasiLocal',
      mode: 'local',
      items,
      formula: ({ depigmentation }, site) => ({
        value: depigmentation,
        ...contributionOf(depigmentation, site),
      }),
    }),
  ],
  formulaText:
    'AVASI = depigmented percent of the skin shown; whole body: sum over the views of depigmented percent × percent of the skin that the view shows / 100',
  range: '[0, 100]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['weights'],
  example: {
    form: 'avasiLocal',
    site: 'armRightTop',
    answers: { depigmentation: 40 },
    value: 40,
    category: 'moderate',
  },
};
