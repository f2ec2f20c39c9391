// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, type Option } from './items.ts';
import { faceParts, faceWeights, melasmaSigns, mmasiOf } from './mmasi.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * MASI: Melasma Area and Severity Index. How dark and how even melasma is on four parts of the face, and how much of each it
 * covers. 0 (none) to 48. The modified index without evenness (mMASI) stands beside it. Nobody published bands.
 */

const source = {
  citation:
    'Kimbrough-Green CK, Griffiths CEM, Finkel LJ, et al. Topical retinoic acid (tretinoin) for melasma in black patients: a vehicle-controlled clinical trial. Arch Dermatol 1994;130:727-733.',
};

/** @source Kimbrough-Green and others 1994 */
const homogeneityGrades: readonly Option[] = [
  { value: 0, label: 'masi.answer.homogeneity.0' },
  { value: 1, label: 'masi.answer.homogeneity.1' },
  { value: 2, label: 'masi.answer.homogeneity.2' },
  { value: 3, label: 'masi.answer.homogeneity.3' },
  { value: 4, label: 'masi.answer.homogeneity.4' },
];

const signs = { ...melasmaSigns, homogeneity: choice('masi.item.homogeneity', homogeneityGrades) };

const items = {
  forehead: group('region.forehead', signs),
  rightMalar: group('region.rightMalar', signs),
  leftMalar: group('region.leftMalar', signs),
  chin: group('region.chin', signs),
};

interface Signs {
  readonly surface: number;
  readonly darkness: number;
  readonly homogeneity: number;
}

/** MASI of a part of the face = weight × area × (darkness + homogeneity). @source Kimbrough-Green and others 1994 */
function partMasi(weight: number, { surface, darkness, homogeneity }: Signs): number {
  return product(weight, surface, sum([darkness, homogeneity]));
}

/**
 * Melasma Area and Severity Index of the face, with the modified index beside it.
 * @source Kimbrough-Green and others 1994
 */
export const masi: ScoringSystem = {
  code: 'masi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED60.1'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'masi',
      mode: 'global',
      items,
      formula: (face) => ({
        value: sum(faceParts.map((part) => partMasi(faceWeights[part], face[part]))),
        components: { mmasi: mmasiOf(face) },
      }),
    }),
  ],
  formulaText:
    'MASI = 0.3 forehead + 0.3 right cheek + 0.3 left cheek + 0.1 chin, each area × (darkness + homogeneity)',
  range: '[0, 48]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'masi',
    answers: {
      forehead: { surface: 3, darkness: 2, homogeneity: 2 },
      rightMalar: { surface: 4, darkness: 3, homogeneity: 3 },
      leftMalar: { surface: 4, darkness: 3, homogeneity: 2 },
      chin: { surface: 2, darkness: 1, homogeneity: 1 },
    },
    value: 17.2,
    category: null,
  },
};
