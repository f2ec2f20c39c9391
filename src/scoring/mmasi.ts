// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, type Option } from './items.ts';
import { areaGrades } from './scales.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * mMASI: modified Melasma Area and Severity Index. How dark melasma is on four parts of the face, and how much of each it
 * covers. 0 (none) to 24. The homogeneity of MASI is left out, because observers agree least on it. Bands
 * are published (Rodrigues and others, JAMA Dermatol 2016) but still to be looked up: it has none here.
 */

const source = {
  citation:
    'Pandya AG, Hynan LS, Bhore R, et al. Reliability assessment and validation of the Melasma Area and Severity Index (MASI) and a new modified MASI scoring method. J Am Acad Dermatol 2011;64:78-83.',
};

/** @source Kimbrough-Green and others, Arch Dermatol 1994;130:727-733 */
const darknessGrades: readonly Option[] = [
  { value: 0, label: 'masi.answer.darkness.0' },
  { value: 1, label: 'masi.answer.darkness.1' },
  { value: 2, label: 'masi.answer.darkness.2' },
  { value: 3, label: 'masi.answer.darkness.3' },
  { value: 4, label: 'masi.answer.darkness.4' },
];

/** What both indices ask of each part of the face. */
export const melasmaSigns = {
  surface: choice('sign.surface', areaGrades, { alias: 'area' }),
  darkness: choice('masi.item.darkness', darknessGrades),
};

const items = {
  forehead: group('region.forehead', melasmaSigns),
  rightMalar: group('region.rightMalar', melasmaSigns),
  leftMalar: group('region.leftMalar', melasmaSigns),
  chin: group('region.chin', melasmaSigns),
};

/** A part of the face with a weight of its own. */
type FacePart = 'forehead' | 'rightMalar' | 'leftMalar' | 'chin';

/** From the forehead down. */
export const faceParts: readonly FacePart[] = ['forehead', 'rightMalar', 'leftMalar', 'chin'];

/** Share of each part of the face. @source Kimbrough-Green and others, Arch Dermatol 1994;130:727-733 */
export const faceWeights: Readonly<Record<FacePart, number>> = {
  forehead: 0.3,
  rightMalar: 0.3,
  leftMalar: 0.3,
  chin: 0.1,
};

interface Signs {
  readonly surface: number;
  readonly darkness: number;
}

/** mMASI = sum over the face of weight × area × darkness. @source Pandya and others 2011 */
export function mmasiOf(face: Readonly<Record<FacePart, Signs>>): number {
  return sum(faceParts.map((part) => product(faceWeights[part], face[part].surface, face[part].darkness)));
}

/**
 * Modified Melasma Area and Severity Index of the face.
 * @source Pandya and others 2011
 */
export const mmasi: ScoringSystem = {
  code: 'mmasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED60.1'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'mmasi',
      mode: 'global',
      items,
      formula: (face) => ({ value: mmasiOf(face) }),
    }),
  ],
  formulaText: 'mMASI = 0.3 forehead + 0.3 right cheek + 0.3 left cheek + 0.1 chin, each area × darkness',
  range: '[0, 24]',
  bands: null,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['formula', 'bands'],
  example: {
    form: 'mmasi',
    answers: {
      forehead: { surface: 3, darkness: 2 },
      rightMalar: { surface: 4, darkness: 3 },
      leftMalar: { surface: 4, darkness: 3 },
      chin: { surface: 2, darkness: 1 },
    },
    value: 9.2,
    category: null,
  },
};
