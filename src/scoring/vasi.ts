// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, measure, type Option, optional } from './items.ts';
import { defineForm, type Outcome, type ScoringSystem } from './scoring-system.ts';

/*
 * VASI: Vitiligo Area Scoring Index. How large the patches of vitiligo are, in hands of the patient, and how much of their
 * pigment is gone. One hand with its fingers is about 1 % of the skin, so that 0 is none and 100 the whole skin. Asked of
 * five parts of the body it is T-VASI; F-VASI, of the face, has a file of its own. Nobody published bands; changes below about
 * 5 to 7 points may be chance (smallest detectable change 4.7 by one observer, 7.1 by two:
 * Komen and others, Br J Dermatol 2015;172:437-443).
 */

const source = {
  citation:
    'Hamzavi I, Jain H, McLean D, Shapiro J, Zeng H, Lui H. Parametric modeling of narrowband UV-B phototherapy for vitiligo using a novel quantitative tool: the Vitiligo Area Scoring Index. Arch Dermatol 2004;140:677-683; parts of the body as in DocCheck Flexikon, T-VASI.',
  url: 'https://flexikon.doccheck.com/de/T-VASI',
};

/** Share of the pigment that is gone, in seven steps. @source Hamzavi and others 2004 */
export const depigmentationSteps: readonly Option[] = [
  { value: 0, label: 'vasi.answer.depigmentation.0' },
  { value: 0.1, label: 'vasi.answer.depigmentation.10' },
  { value: 0.25, label: 'vasi.answer.depigmentation.25' },
  { value: 0.5, label: 'vasi.answer.depigmentation.50' },
  { value: 0.75, label: 'vasi.answer.depigmentation.75' },
  { value: 0.9, label: 'vasi.answer.depigmentation.90' },
  { value: 1, label: 'vasi.answer.depigmentation.100' },
];

/** Hands of the whole skin, each about one percent of it. @source Hamzavi and others 2004 */
const handsOfTheBody = 100;

const patch = {
  handUnits: measure('vasi.item.handUnits', {
    minimum: 0,
    maximum: handsOfTheBody,
    decimals: 2,
    display: 'answer.handUnits',
  }),
  depigmentation: choice('sign.depigmentation', depigmentationSteps),
};

const body = {
  hands: group('region.hands', patch),
  upperLimbs: group('region.upperLimbs', patch),
  trunk: group('region.trunk', patch),
  lowerLimbs: group('region.lowerLimbs', patch),
  feet: group('region.feet', patch),
};

const patches = {
  patch1: group('vasi.item.patch1', patch),
  patch2: optional(group('vasi.item.patch2', patch)),
  patch3: optional(group('vasi.item.patch3', patch)),
  patch4: optional(group('vasi.item.patch4', patch)),
  patch5: optional(group('vasi.item.patch5', patch)),
  patch6: optional(group('vasi.item.patch6', patch)),
  patch7: optional(group('vasi.item.patch7', patch)),
  patch8: optional(group('vasi.item.patch8', patch)),
  patch9: optional(group('vasi.item.patch9', patch)),
  patch10: optional(group('vasi.item.patch10', patch)),
  patch11: optional(group('vasi.item.patch11', patch)),
  patch12: optional(group('vasi.item.patch12', patch)),
  patch13: optional(group('vasi.item.patch13', patch)),
  patch14: optional(group('vasi.item.patch14', patch)),
  patch15: optional(group('vasi.item.patch15', patch)),
  patch16: optional(group('vasi.item.patch16', patch)),
  patch17: optional(group('vasi.item.patch17', patch)),
  patch18: optional(group('vasi.item.patch18', patch)),
  patch19: optional(group('vasi.item.patch19', patch)),
  patch20: optional(group('vasi.item.patch20', patch)),
};

interface Patch {
  /** Area in hands of the patient. */
  readonly handUnits: number;
  /** 0 to 1. */
  readonly depigmentation: number;
}

/** VASI = sum of hand units × depigmentation; says when the patches are larger than the body. @source Hamzavi and others 2004 */
function vasiOf(given: readonly (Patch | undefined)[]): Outcome {
  const seen = given.filter((each) => each !== undefined);
  const hands = sum(seen.map(({ handUnits }) => handUnits));
  return {
    value: sum(seen.map(({ handUnits, depigmentation }) => product(handUnits, depigmentation))),
    warnings: hands > handsOfTheBody ? ['moreSkinThanABody'] : [],
  };
}

/**
 * Vitiligo Area Scoring Index, by five parts of the body or patch by patch.
 * @source Hamzavi and others 2004
 */
export const vasi: ScoringSystem = {
  code: 'vasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED63.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'vasi',
      mode: 'global',
      items: body,
      formula: (parts) => vasiOf(Object.values(parts)),
    }),
    defineForm({
      identifier: 'vasiPatches',
      mode: 'global',
      items: patches,
      formula: (each) => vasiOf(Object.values(each)),
    }),
  ],
  formulaText: 'VASI = sum of hand units × depigmentation, over parts of the body or patches',
  range: '[0, ∞)',
  bands: null,
  direction: 'higherIsWorse',
  responses: [
    { name: 'T-VASI50', reductionPercent: 50 },
    { name: 'T-VASI75', reductionPercent: 75 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: {
    form: 'vasiPatches',
    answers: {
      patch1: { handUnits: 3, depigmentation: 0.5 },
      patch2: { handUnits: 4, depigmentation: 0.75 },
    },
    value: 4.5,
    category: null,
  },
};
