// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * ADCT: how well atopic dermatitis is under control, as the patient sees it. Six questions, 0 to 24; the higher, the worse.
 */

const source = {
  citation:
    'Pariser DM, Simpson EL, Gadkari A, et al. Evaluating patient-perceived control of atopic dermatitis: design, validation, and scoring of the Atopic Dermatitis Control Tool (ADCT). Curr Med Res Opin 2020;36:367-376.',
};

/** The wording belongs to its owners. @source Pariser and others 2020: six answers from 0 to 4 */
const answers = plainScale(0, 4);

const items = {
  question1: choice('item.question1', answers),
  question2: choice('item.question2', answers),
  question3: choice('item.question3', answers),
  question4: choice('item.question4', answers),
  question5: choice('item.question5', answers),
  question6: choice('item.question6', answers),
};

/** Not controlled from 7 points on. @source Pariser and others 2020 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 6]', category: 'controlled', intensity: 'Low' },
    { range: '[7, 24]', category: 'notControlled', intensity: 'High' },
  ],
  source,
};

/**
 * Atopic Dermatitis Control Tool: the sum of six answers.
 * @source Pariser and others 2020; minimal important difference 5 points, Simpson and others 2019
 */
export const adct: ScoringSystem = {
  code: 'adct',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'Sanofi and Regeneron',
    note: 'Free for clinical use on request; the wording is to be had from its owners.',
  },
  conditions: ['EA80'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'adct',
      mode: 'global',
      items,
      formula: (given) => ({
        value: sum([
          given.question1,
          given.question2,
          given.question3,
          given.question4,
          given.question5,
          given.question6,
        ]),
      }),
    }),
  ],
  formulaText: 'The sum of the six answers',
  range: '[0, 24]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 5,
    source: {
      citation:
        'Simpson E, Eckert L, Gadkari A, et al. Validation of the Atopic Dermatitis Control Tool using a longitudinal survey of biologic-treated patients with atopic dermatitis. BMC Dermatol 2019;19:15.',
    },
  },
  validated: true,
  pending: ['items', 'bands', 'minimalImportantDifference', 'licence'],
  example: {
    form: 'adct',
    answers: { question1: 1, question2: 1, question3: 1, question4: 1, question5: 2, question6: 1 },
    value: 7,
    category: 'notControlled',
  },
};
