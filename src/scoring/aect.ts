// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AECT: how well recurrent angioedema is under control, as the patient sees it. Four questions, 0 to 16; the higher, the
 * better. There are versions for the last four weeks and the last three months, counted and read alike.
 */

const source = {
  citation:
    'Weller K, Donoso T, Magerl M, et al. Development of the Angioedema Control Test: a patient-reported outcome measure that assesses disease control in patients with recurrent angioedema. Allergy 2020;75:1165-1177.',
};

/** The wording belongs to its owner. @source MOXIE GmbH: four answers from 0 to 4 */
const answers = plainScale(0, 4);

const items = {
  question1: choice('item.question1', answers),
  question2: choice('item.question2', answers),
  question3: choice('item.question3', answers),
  question4: choice('item.question4', answers),
};

/** Well controlled from 10 points on, completely with all 16. @source https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 9]', category: 'poorlyControlled', intensity: 'High' },
    { range: '[10, 15]', category: 'wellControlled', intensity: 'Low' },
    { range: '[16, 16]', category: 'completelyControlled', intensity: 'None' },
  ],
  source: {
    citation: 'Cut-off of 10 points, read in PMC10796664.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
  },
};

/**
 * Angioedema Control Test: the sum of four answers. More is better.
 * @source Weller and others 2020; minimal important difference 3 points, read in PMC10796664
 */
export const aect: ScoringSystem = {
  code: 'aect',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'MOXIE GmbH',
    note: 'Free of charge for the care of patients and academic research, not for industry; the wording is to be had from its owner.',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
  },
  conditions: ['EB04', '4A00.14', 'EB00', 'EB01', 'EB05'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'aect',
      mode: 'global',
      items,
      formula: ({ question1, question2, question3, question4 }) => ({
        value: sum([question1, question2, question3, question4]),
      }),
    }),
  ],
  formulaText: 'The sum of the four answers',
  range: '[0, 16]',
  bands,
  direction: 'higherIsBetter',
  responses: [],
  minimalImportantDifference: {
    points: 3,
    source: {
      citation: 'Three points, read in PMC10796664.',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10796664',
    },
  },
  validated: true,
  pending: [],
  example: {
    form: 'aect',
    answers: { question1: 2, question2: 3, question3: 3, question4: 2 },
    value: 10,
    category: 'wellControlled',
  },
};
