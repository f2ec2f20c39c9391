// SPDX-License-Identifier: Apache-2.0
import { product, sum } from './exact.ts';
import { choice, group, measure, optional } from './items.ts';
import { defineForm, type ScoringSystem } from './scoring-system.ts';
import { depigmentationSteps } from './vasi.ts';

/*
 * F-VASI: VASI of the face. How much of the whole skin each patch on the face is, in percent, and how much of its pigment is
 * gone. The face is about 3 % of the skin, so that 0 is none and 3 the whole face. Nobody published bands; a fall by three
 * quarters is what patients call treatment success.
 */

const source = {
  citation:
    'Hamzavi I, Jain H, McLean D, Shapiro J, Zeng H, Lui H. Parametric modeling of narrowband UV-B phototherapy for vitiligo using a novel quantitative tool: the Vitiligo Area Scoring Index. Arch Dermatol 2004;140:677-683; for the face as in trials of facial vitiligo.',
};

/** The whole face, in percent of the skin: as large as a patch can be. @source about three hands of the patient, as trials count it */
const facePercent = 3;

const patch = {
  bsaPercent: measure(
    'fvasi.item.bsaPercent',
    { minimum: 0, maximum: facePercent, decimals: 2, display: 'answer.percent' },
    { alias: 'handUnits' },
  ),
  depigmentation: choice('sign.depigmentation', depigmentationSteps),
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
};

/**
 * Vitiligo Area Scoring Index of the face = sum of percent × depigmentation, over its patches.
 * @source Hamzavi and others 2004
 */
export const fvasi: ScoringSystem = {
  code: 'fvasi',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED63.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'fvasi',
      mode: 'global',
      items: patches,
      formula(given) {
        const seen = Object.values(given).filter((each) => each !== undefined);
        const percent = sum(seen.map(({ bsaPercent }) => bsaPercent));
        return {
          value: sum(seen.map(({ bsaPercent, depigmentation }) => product(bsaPercent, depigmentation))),
          warnings: percent > facePercent ? ['moreSkinThanAFace'] : [],
        };
      },
    }),
  ],
  formulaText: 'F-VASI = sum of percent of the skin × depigmentation, over the patches of the face',
  range: '[0, ∞)',
  bands: null,
  direction: 'higherIsWorse',
  responses: [
    { name: 'F-VASI50', reductionPercent: 50 },
    { name: 'F-VASI75', reductionPercent: 75 },
    { name: 'F-VASI90', reductionPercent: 90 },
  ],
  minimalImportantDifference: null,
  validated: true,
  pending: ['responses'],
  example: {
    form: 'fvasi',
    answers: {
      patch1: { bsaPercent: 1, depigmentation: 0.75 },
      patch2: { bsaPercent: 0.5, depigmentation: 0.9 },
    },
    value: 1.2,
    category: null,
  },
};
