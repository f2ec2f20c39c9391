// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group } from './items.ts';
import { areaGrades, signs0to4 } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AKASI: Actinic Keratosis Area and Severity Index of the head. How much of four parts of the head actinic keratoses cover,
 * and how dense, red and thick they are. 0 (none) to 18. Nobody published bands of severity.
 */

const source = {
  citation:
    'Dirschka T, Pellacani G, Micali G, et al. A proposed scoring system for assessing the severity of actinic keratosis on the head: actinic keratosis area and severity index. J Eur Acad Dermatol Venereol 2017;31:1295-1302; read at altmeyers.org.',
  url: 'https://www.altmeyers.org/en/dermatology/akasi-score-132520',
};

const signs = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  distribution: choice('akasi.item.distribution', signs0to4),
  erythema: choice('sign.erythema', signs0to4),
  thickness: choice('sign.thickness', signs0to4),
};

const items = {
  scalp: group('region.scalp', signs),
  forehead: group('region.forehead', signs),
  leftFace: group('region.leftFace', signs),
  rightFace: group('region.rightFace', signs),
};

/** Share of each part of the head; nose, chin and ear count with their side. @source Dirschka and others 2017 */
const weights = { scalp: 0.4, forehead: 0.2, leftFace: 0.2, rightFace: 0.2 };

interface Signs {
  readonly surface: number;
  readonly distribution: number;
  readonly erythema: number;
  readonly thickness: number;
}

/**
 * AKASI of a part of the head = weight × (area + distribution + erythema + thickness); nothing where no area is affected.
 * @source Dirschka and others 2017
 */
function partAkasi(weight: number, { surface, distribution, erythema, thickness }: Signs): number {
  if (surface === 0) return 0;
  return product(weight, sum([surface, distribution, erythema, thickness]));
}

/**
 * Actinic Keratosis Area and Severity Index of the head.
 * @source Dirschka and others 2017
 */
export const akasi: ScoringSystem = {
  code: 'akasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['EK90'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'akasi',
      mode: 'global',
      items,
      formula: ({ scalp, forehead, leftFace, rightFace }) => ({
        value: sum([
          partAkasi(weights.scalp, scalp),
          partAkasi(weights.forehead, forehead),
          partAkasi(weights.leftFace, leftFace),
          partAkasi(weights.rightFace, rightFace),
        ]),
      }),
    }),
  ],
  formulaText:
    'AKASI = 0.4 scalp + 0.2 forehead + 0.2 left face + 0.2 right face, each area + distribution + erythema + thickness, 0 where no area is affected',
  range: '[0, 18]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [
    { name: 'AKASI50', reductionPercent: 50 },
    { name: 'AKASI75', reductionPercent: 75 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items'],
  example: {
    form: 'akasi',
    answers: {
      scalp: { surface: 3, distribution: 2, erythema: 2, thickness: 1 },
      forehead: { surface: 2, distribution: 1, erythema: 1, thickness: 1 },
      leftFace: { surface: 1, distribution: 1, erythema: 1, thickness: 1 },
      rightFace: { surface: 0, distribution: 0, erythema: 0, thickness: 0 },
    },
    value: 5,
    category: null,
  },
};
