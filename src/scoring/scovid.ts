// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, measure } from './items.ts';
import { signs0to3 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * SCOVID: complaints of somebody with skin findings of COVID-19. The reference's formula is not public, so this is an open
 * index of our own, which nobody has validated: every answer counts as it is, 0 to 44.
 */

const source = {
  citation:
    "An open index of this software over the items of the reference's questionnaire, whose formula is not public.",
};

/** 0 to 10. @source range of the reference's questionnaire */
const ofTen = { minimum: 0, maximum: 10, decimals: 1, display: 'answer.ofTen' };

const items = {
  pain: measure('sign.pain', ofTen),
  pruritus: measure('sign.pruritus', ofTen),
  fever: choice('scovid.item.fever', signs0to3),
  cough: choice('scovid.item.cough', signs0to3),
  cephalea: choice('scovid.item.cephalea', signs0to3),
  myalgiaOrArthralgia: choice('scovid.item.myalgiaOrArthralgia', signs0to3),
  malaise: choice('scovid.item.malaise', signs0to3),
  lossOfTasteOrOlfactory: choice('scovid.item.lossOfTasteOrOlfactory', signs0to3),
  shortnessOfBreath: choice('scovid.item.shortnessOfBreath', signs0to3),
  otherSkinProblems: choice('scovid.item.otherSkinProblems', signs0to3),
};

/** Thirds of the range. @source our own convention, unvalidated */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '(0, 15)', category: 'mild', intensity: 'Low' },
    { range: '[15, 30)', category: 'moderate', intensity: 'Moderate' },
    { range: '[30, 44]', category: 'severe', intensity: 'High' },
  ],
  source: { citation: 'A convention of this software: thirds of the range. Nobody published any.' },
};

/**
 * Complaints in COVID-19 with skin findings. Shortness of breath is marked with a warning whatever the score.
 * @source our own index, unvalidated
 */
export const scovid: ScoringSystem = {
  code: 'scovid',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'An index of this software, free to use; not validated.' },
  // COVID-19 shows as many conditions of the skin and is none of the catalogue itself.
  conditions: null,
  sites: null,
  forms: [
    defineForm({
      identifier: 'scovid',
      mode: 'global',
      items,
      formula: (answers) => ({
        value: sum(Object.values(answers)),
        warnings: answers.shortnessOfBreath > 0 ? ['shortnessOfBreath'] : [],
      }),
    }),
  ],
  formulaText: 'SCOVID = sum of all answers',
  range: '[0, 44]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: false,
  pending: ['formula', 'weights', 'bands'],
  example: {
    form: 'scovid',
    answers: {
      pain: 4,
      pruritus: 6,
      fever: 1,
      cough: 1,
      cephalea: 0,
      myalgiaOrArthralgia: 2,
      malaise: 1,
      lossOfTasteOrOlfactory: 0,
      shortnessOfBreath: 0,
      otherSkinProblems: 1,
    },
    value: 16,
    category: 'moderate',
  },
};
