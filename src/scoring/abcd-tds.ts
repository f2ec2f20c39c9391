// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, measure, type Option } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem, type Site } from './scoring-system.ts';

/*
 * ABCD rule of dermoscopy: asymmetry, border, colours and dermoscopic structures of a melanocytic lesion make the total
 * dermoscopy score (TDS), 1.0 to 8.9. Made for a dermoscope and for skin other than the face, palms, soles, nails and mucous
 * membranes. A low score is no all-clear.
 */

const source = {
  citation:
    'Nachbar F, Stolz W, Merkle T, et al. The ABCD rule of dermatoscopy: high prospective value in the diagnosis of doubtful melanocytic skin lesions. J Am Acad Dermatol 1994;30:551-559.',
};

/** In how many of two axes at right angles the halves differ. @source Nachbar and others 1994 */
const axes: readonly Option[] = [
  { value: 0, label: 'abcdTds.answer.asymmetry.0' },
  { value: 1, label: 'abcdTds.answer.asymmetry.1' },
  { value: 2, label: 'abcdTds.answer.asymmetry.2' },
];

/** Eighths of the border that end abruptly; six colours; five structures. @source Nachbar and others 1994 */
const items = {
  asymmetry: choice('abcdTds.item.asymmetry', axes),
  border: measure('abcdTds.item.border', { minimum: 0, maximum: 8, decimals: 0, display: 'answer.plain' }),
  color: measure('abcdTds.item.color', { minimum: 1, maximum: 6, decimals: 0, display: 'answer.plain' }),
  dermoscopicStructures: measure('abcdTds.item.dermoscopicStructures', {
    minimum: 1,
    maximum: 5,
    decimals: 0,
    display: 'answer.plain',
  }),
};

type Findings = Readonly<Record<keyof typeof items, number>>;

/** What each finding weighs. @source Nachbar and others 1994 */
const weights: Findings = { asymmetry: 1.3, border: 0.1, color: 0.5, dermoscopicStructures: 0.5 };

/** TDS = 1.3 × asymmetry + 0.1 × border + 0.5 × colours + 0.5 × structures. @source Nachbar and others 1994 */
function tdsOf({ asymmetry, border, color, dermoscopicStructures }: Findings): number {
  return sum([
    product(weights.asymmetry, asymmetry),
    product(weights.border, border),
    product(weights.color, color),
    product(weights.dermoscopicStructures, dermoscopicStructures),
  ]);
}

/** Where melanocytic lesions look different under the dermoscope, and the rule misleads. */
const unsuitableSites: readonly string[] = [
  'headFront',
  'faceFront',
  'faceLeft',
  'faceRight',
  'oralMucosa',
  'tongue',
  'palmLeft',
  'palmRight',
  'soleLeft',
  'soleRight',
  'nails',
  'genital',
];

function warningsOn({ code, ancestors }: Site): readonly string[] {
  const isUnsuitable = [code, ...ancestors].some((each) => unsuitableSites.includes(each));
  return isUnsuitable ? ['doesNotExcludeMelanoma', 'ruleNotMadeForSite'] : ['doesNotExcludeMelanoma'];
}

/** Below 4.75 benign, up to 5.45 suspicious, above it highly suspicious. None of them is an all-clear. @source Nachbar 1994 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[1, 4.75)', category: 'benign', intensity: 'Low' },
    { range: '[4.75, 5.45]', category: 'suspicious', intensity: 'Moderate' },
    { range: '(5.45, 8.9]', category: 'highlySuspicious', intensity: 'High' },
  ],
  source,
};

/**
 * Total dermoscopy score of one melanocytic lesion.
 * @source Nachbar and others 1994
 */
export const abcdTds: ScoringSystem = {
  code: 'abcdTds',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['2C30', '2E63.0', '2F20', '2F72', 'ME60.1'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'abcdTds',
      mode: 'local',
      items,
      formula: (findings, site) => ({ value: tdsOf(findings), warnings: warningsOn(site) }),
    }),
  ],
  formulaText: 'TDS = 1.3 × asymmetry + 0.1 × border + 0.5 × colours + 0.5 × dermoscopic structures',
  range: '[1, 8.9]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'abcdTds',
    answers: { asymmetry: 1, border: 0, color: 3, dermoscopicStructures: 4 },
    value: 4.8,
    category: 'suspicious',
  },
};
