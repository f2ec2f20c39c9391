// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, group, measure, type Option } from './items.ts';
import { noYes } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * PDAI: pemphigus at 12 sites of the skin, on the scalp and at 12 of the mucous membranes. What is active (0 to 250) and what
 * stays behind as damage (0 to 13) are counted apart: the activity is the score, the damage stands beside it.
 */

const source = {
  citation:
    'Rosenbach M, Murrell DF, Bystryn JC, et al. Reliability and convergent validity of two outcome instruments for pemphigus. J Invest Dermatol 2009;129:2404-2410.',
};

/** One to three small lesions may be told apart: 1, 1.3, 1.6. @source https://plasticsurgerykey.com, on PDAI */
const skinActivity: readonly Option[] = [
  { value: 0, label: 'pdai.answer.skin.0' },
  { value: 1, label: 'pdai.answer.skin.1' },
  { value: 1.3, label: 'pdai.answer.skin.1.3' },
  { value: 1.6, label: 'pdai.answer.skin.1.6' },
  { value: 2, label: 'pdai.answer.skin.2' },
  { value: 3, label: 'pdai.answer.skin.3' },
  { value: 5, label: 'pdai.answer.skin.5' },
  { value: 10, label: 'pdai.answer.skin.10' },
];

/** By quarters of the scalp. @source Rosenbach and others 2009 */
const scalpActivity: readonly Option[] = [
  { value: 0, label: 'pdai.answer.scalp.0' },
  { value: 1, label: 'pdai.answer.scalp.1' },
  { value: 2, label: 'pdai.answer.scalp.2' },
  { value: 3, label: 'pdai.answer.scalp.3' },
  { value: 4, label: 'pdai.answer.scalp.4' },
  { value: 10, label: 'pdai.answer.scalp.10' },
];

/** @source Rosenbach and others 2009 */
const mucosaActivity: readonly Option[] = [
  { value: 0, label: 'pdai.answer.mucosa.0' },
  { value: 1, label: 'pdai.answer.mucosa.1' },
  { value: 2, label: 'pdai.answer.mucosa.2' },
  { value: 5, label: 'pdai.answer.mucosa.5' },
  { value: 10, label: 'pdai.answer.mucosa.10' },
];

const damage = choice('pdai.item.damage', noYes);
const skin = { activity: choice('pdai.item.activity', skinActivity), damage };
const scalp = { activity: choice('pdai.item.activity', scalpActivity), damage };
const mucosa = (site: string) => choice(`pdai.item.${site}`, mucosaActivity);

const items = {
  ears: group('region.ears', skin),
  nose: group('region.nose', skin),
  restOfFace: group('region.restOfFace', skin),
  neck: group('region.neck', skin),
  chest: group('region.chest', skin),
  abdomen: group('region.abdomen', skin),
  backAndButtocks: group('region.backAndButtocks', skin),
  arms: group('region.arms', skin),
  hands: group('region.hands', skin),
  legs: group('region.legs', skin),
  feet: group('region.feet', skin),
  genitals: group('region.genitals', skin),
  scalp: group('region.scalp', scalp),
  mucosa: group('pdai.item.mucosa', {
    eyes: mucosa('eyes'),
    insideOfNose: mucosa('insideOfNose'),
    buccalMucosa: mucosa('buccalMucosa'),
    hardPalate: mucosa('hardPalate'),
    softPalate: mucosa('softPalate'),
    upperGingiva: mucosa('upperGingiva'),
    lowerGingiva: mucosa('lowerGingiva'),
    tongue: mucosa('tongue'),
    floorOfMouth: mucosa('floorOfMouth'),
    labialMucosa: mucosa('labialMucosa'),
    posteriorPharynx: mucosa('posteriorPharynx'),
    anogenital: mucosa('anogenital'),
  }),
};

interface Place {
  readonly activity: number;
  readonly damage: number;
}

/** Activity = every site of the skin + the scalp + every site of the mucous membranes. @source Rosenbach and others 2009 */
function activityOf(places: readonly Place[], mucosae: readonly number[]): number {
  return sum([...places.map(({ activity }) => activity), ...mucosae]);
}

/** The two totals, where somebody has added them up already. @source Rosenbach and others 2009: 0 to 250 and 0 to 13 */
const totals = {
  activity: measure('pdai.item.totalActivity', {
    minimum: 0,
    maximum: 250,
    decimals: 1,
    display: 'answer.plain',
  }),
  damage: measure('pdai.item.totalDamage', {
    minimum: 0,
    maximum: 13,
    decimals: 0,
    display: 'answer.plain',
  }),
};

/**
 * Of the activity. The mildest class that the study names is moderate; it starts at 0, so a clear skin reads moderate too.
 * @source Boulard and others 2016: cut-offs 15 and 45
 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 15)', category: 'moderate', intensity: 'Moderate' },
    { range: '[15, 45)', category: 'significant', intensity: 'High' },
    { range: '[45, 250]', category: 'extensive', intensity: 'High' },
  ],
  source: {
    citation:
      'Boulard C, Duvert Lehembre S, Picard-Dahan C, et al. Calculation of cut-off values based on the ABSIS and PDAI pemphigus scoring systems for defining moderate, significant and extensive types of pemphigus. Br J Dermatol 2016;175:142-149.',
    url: 'https://www.medscape.com/viewarticle/867240_4',
  },
};

/** Nothing there, for the example to name only what there is. */
const clear = { activity: 0, damage: 0 };

/**
 * Pemphigus Disease Area Index: the activity, with the damage beside it.
 * @source Rosenbach and others 2009
 */
export const pdai: ScoringSystem = {
  code: 'pdai',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'A published method, in words of our own; for other uses the authors are usually asked.',
  },
  conditions: ['EB40'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'pdai',
      mode: 'global',
      items,
      formula({ mucosa: mucosae, ...sites }) {
        const places: readonly Place[] = Object.values(sites);
        return {
          value: activityOf(places, Object.values(mucosae)),
          components: { damage: sum(places.map((place) => place.damage)) },
        };
      },
    }),
    defineForm({
      identifier: 'pdaiTotals',
      mode: 'global',
      items: totals,
      formula: (total) => ({ value: total.activity, components: { damage: total.damage } }),
    }),
  ],
  formulaText:
    'Activity = 12 sites of the skin 0-10 + scalp 0-10 + 12 sites of the mucous membranes 0-10; beside it, damage = 13 sites 0-1',
  range: '[0, 250]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'licence'],
  example: {
    form: 'pdai',
    answers: {
      ears: clear,
      nose: clear,
      restOfFace: { activity: 1.3, damage: 1 },
      neck: clear,
      chest: { activity: 3, damage: 1 },
      abdomen: clear,
      backAndButtocks: { activity: 5, damage: 1 },
      arms: clear,
      hands: clear,
      legs: clear,
      feet: clear,
      genitals: clear,
      scalp: { activity: 2, damage: 0 },
      mucosa: {
        eyes: 0,
        insideOfNose: 0,
        buccalMucosa: 5,
        hardPalate: 0,
        softPalate: 0,
        upperGingiva: 1,
        lowerGingiva: 2,
        tongue: 0,
        floorOfMouth: 0,
        labialMucosa: 0,
        posteriorPharynx: 0,
        anogenital: 0,
      },
    },
    value: 19.3,
    category: 'significant',
  },
};
