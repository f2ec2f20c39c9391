// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, measure } from './items.ts';
import { noYes, plainScale, plainValues } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * CLASI: cutaneous lupus at 13 sites, the mucous membranes and the hair. What is active (0 to 70) and what stays behind as
 * damage (0 to 56) are counted apart: the activity is the score, the damage stands beside it.
 */

const source = {
  citation:
    'Albrecht J, Taylor L, Berlin JA, et al. The CLASI (Cutaneous Lupus Erythematosus Disease Area and Severity Index): an outcome instrument for cutaneous lupus erythematosus. J Invest Dermatol 2005;125:889-894.',
};

/** Klein and others 2011, of the bands and of what counts as a change. */
const cutOffs = {
  citation:
    'Klein R, Moghadam-Kia S, LoMonico J, et al. Development of the CLASI as a tool to measure disease severity and responsiveness to therapy in cutaneous lupus erythematosus. Arch Dermatol 2011;147:203-208.',
  url: 'https://pubmed.ncbi.nlm.nih.gov/21339447/',
};

const scalpSigns = {
  erythema: choice('sign.erythema', plainScale(0, 3)),
  scale: choice('sign.desquamation', plainScale(0, 2)),
  dyspigmentation: choice('sign.dyspigmentation', plainScale(0, 1)),
};

const signs = { ...scalpSigns, scarring: choice('sign.scarring', plainScale(0, 2)) };

/** Scars of the scalp have a question of their own, by quarters of it. @source Albrecht and others 2005 */
const scalpScarring = choice('clasi.item.scalpScarring', plainValues(0, 3, 4, 5, 6));

const items = {
  scalp: group('region.scalp', scalpSigns),
  ears: group('region.ears', signs),
  noseAndCheeks: group('region.noseAndCheeks', signs),
  restOfFace: group('region.restOfFace', signs),
  frontOfNeck: group('region.frontOfNeck', signs),
  backOfNeckAndShoulders: group('region.backOfNeckAndShoulders', signs),
  chest: group('region.chest', signs),
  abdomen: group('region.abdomen', signs),
  backAndButtocks: group('region.backAndButtocks', signs),
  arms: group('region.arms', signs),
  hands: group('region.hands', signs),
  legs: group('region.legs', signs),
  feet: group('region.feet', signs),
  mucosa: choice('clasi.item.mucosa', plainScale(0, 1)),
  recentHairLoss: choice('clasi.item.recentHairLoss', plainScale(0, 1)),
  alopecia: choice('clasi.item.alopecia', plainScale(0, 3)),
  scalpScarring,
  dyspigmentationLasts: choice('clasi.item.dyspigmentationLasts', noYes),
};

interface Site {
  readonly erythema: number;
  readonly scale: number;
  readonly dyspigmentation: number;
  /** The scalp has none of its own. */
  readonly scarring?: number;
}

interface MucosaAndHair {
  readonly mucosa: number;
  readonly recentHairLoss: number;
  readonly alopecia: number;
}

/** Activity = erythema and scale of every site + mucosa + recent hair loss + alopecia. @source Albrecht and others 2005 */
function activityOf(sites: readonly Site[], { mucosa, recentHairLoss, alopecia }: MucosaAndHair): number {
  return sum([
    ...sites.flatMap(({ erythema, scale }) => [erythema, scale]),
    mucosa,
    recentHairLoss,
    alopecia,
  ]);
}

interface Remains {
  readonly scalpScarring: number;
  readonly dyspigmentationLasts: number;
}

/**
 * Damage = dyspigmentation and scarring of every site + scarring of the scalp. Dyspigmentation that usually lasts twelve
 * months or longer counts double.
 * @source Albrecht and others 2005
 */
function damageOf(sites: readonly Site[], { scalpScarring, dyspigmentationLasts }: Remains): number {
  const dyspigmentation = sum(sites.map((site) => site.dyspigmentation));
  const scarring = sites.map((site) => site.scarring ?? 0);
  return sum([product(1 + dyspigmentationLasts, dyspigmentation), ...scarring, scalpScarring]);
}

/** The two totals, where somebody has added them up already. @source Albrecht and others 2005: 0 to 70 and 0 to 56 */
const totals = {
  activity: measure('clasi.item.activity', { minimum: 0, maximum: 70, decimals: 0, display: 'answer.plain' }),
  damage: measure('clasi.item.damage', { minimum: 0, maximum: 56, decimals: 0, display: 'answer.plain' }),
};

/** Of the activity: up to 9 mild, 10 to 20 moderate, from 21 on severe. @source https://pubmed.ncbi.nlm.nih.gov/21339447/ */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 9]', category: 'mild', intensity: 'Low' },
    { range: '[10, 20]', category: 'moderate', intensity: 'Moderate' },
    { range: '[21, 70]', category: 'severe', intensity: 'High' },
  ],
  source: cutOffs,
};

/** Nothing anywhere, for the example to name only what there is. */
const clear = { erythema: 0, scale: 0, dyspigmentation: 0, scarring: 0 };

/**
 * Cutaneous Lupus Erythematosus Disease Area and Severity Index: the activity, with the damage beside it.
 * @source Albrecht and others 2005; a fall of 4 points or of 20 % is a response, Klein and others 2011
 */
export const clasi: ScoringSystem = {
  code: 'clasi',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'University of Pennsylvania',
    note: 'A fee is due for commercial use; the wording is to be had from its owner.',
  },
  conditions: ['EB50', 'EB51', '4A40'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'clasi',
      mode: 'global',
      items,
      formula({ mucosa, recentHairLoss, alopecia, scalpScarring: scars, dyspigmentationLasts, ...sites }) {
        const places: readonly Site[] = Object.values(sites);
        const damage = damageOf(places, { scalpScarring: scars, dyspigmentationLasts });
        return {
          value: activityOf(places, { mucosa, recentHairLoss, alopecia }),
          components: { damage },
        };
      },
    }),
    defineForm({
      identifier: 'clasiTotals',
      mode: 'global',
      items: totals,
      formula: ({ activity, damage }) => ({ value: activity, components: { damage } }),
    }),
  ],
  formulaText:
    'Activity = erythema + scale at 13 sites + mucosa + recent hair loss + alopecia; beside it, damage = dyspigmentation (doubled when it lasts 12 months) + scarring + scarring of the scalp',
  range: '[0, 70]',
  bands,
  direction: 'higherIsWorse',
  responses: [{ name: 'CLASI20', reductionPercent: 20 }],
  minimalImportantDifference: { points: 4, source: cutOffs },
  validated: true,
  pending: ['items', 'formula', 'weights', 'licence'],
  example: {
    form: 'clasi',
    answers: {
      scalp: { erythema: 1, scale: 1, dyspigmentation: 1 },
      ears: { erythema: 2, scale: 1, dyspigmentation: 1, scarring: 1 },
      noseAndCheeks: { erythema: 3, scale: 1, dyspigmentation: 1, scarring: 1 },
      restOfFace: { erythema: 2, scale: 0, dyspigmentation: 1, scarring: 0 },
      frontOfNeck: clear,
      backOfNeckAndShoulders: clear,
      chest: clear,
      abdomen: clear,
      backAndButtocks: clear,
      arms: clear,
      hands: { erythema: 1, scale: 0, dyspigmentation: 0, scarring: 0 },
      legs: clear,
      feet: clear,
      mucosa: 0,
      recentHairLoss: 1,
      alopecia: 2,
      scalpScarring: 3,
      dyspigmentationLasts: 1,
    },
    value: 15,
    category: 'moderate',
  },
};
