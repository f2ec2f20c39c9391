// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * UCT: Urticaria Control Test. Four questions about the last four weeks, 0 to 16; more is better. The questions belong to
 * MOXIE GmbH: an operator with a licence loads them; without it only their topic is named.
 */

const source = {
  citation:
    'Weller K, Groffik A, Church MK, et al. Development and validation of the Urticaria Control Test: a patient-reported outcome instrument for assessing urticaria control. J Allergy Clin Immunol 2014;133:1365-1372.',
};

/** Each answer gives 0 to 4 points, 4 the best. @source Weller and others 2014 */
const points = plainScale(0, 4);

const items = {
  manifestations: choice('uct.item.manifestations', points),
  qualityOfLife: choice('uct.item.qualityOfLife', points),
  treatmentNotEnough: choice('uct.item.treatmentNotEnough', points),
  overallUnderControl: choice('uct.item.overallUnderControl', points),
};

/** Controlled from 12 on, completely at 16. @source Weller and others 2014; PMC10796664 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 11]', category: 'poorlyControlled', intensity: 'High' },
    { range: '[12, 15]', category: 'wellControlled', intensity: 'Low' },
    { range: '[16, 16]', category: 'completelyControlled', intensity: 'None' },
  ],
  source: {
    citation: 'Weller and others 2014; review of urticaria instruments, PMC10796664.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
  },
};

/**
 * Urticaria Control Test; higher is better.
 * @source Weller and others 2014; minimal important difference 3 points, PMC10796664
 */
export const uct: ScoringSystem = {
  code: 'uct',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'MOXIE GmbH',
    note: 'Free of charge for the care of patients and academic research, not for industry; the wording is licensed.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
  },
  conditions: ['EB00', 'EB01', 'EB02', 'EB03', 'EB04', 'EB05'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'uct',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'UCT = sum of the four answers',
  range: '[0, 16]',
  bands,
  direction: 'higherIsBetter',
  responses: [],
  minimalImportantDifference: {
    points: 3,
    source: {
      citation: 'Review of urticaria instruments, PMC10796664.',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
    },
  },
  validated: true,
  pending: [],
  example: {
    form: 'uct',
    answers: { manifestations: 3, qualityOfLife: 3, treatmentNotEnough: 3, overallUnderControl: 3 },
    value: 12,
    category: 'wellControlled',
  },
};
