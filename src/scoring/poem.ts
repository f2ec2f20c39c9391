// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * POEM: Patient-Oriented Eczema Measure. The patient says on how many days of the last week seven complaints occurred. 0 to
 * 28; the higher, the worse. The wording belongs to the University of Nottingham: here it is scored, not shown.
 */

const source = {
  citation:
    'Charman CR, Venn AJ, Williams HC. The patient-oriented eczema measure: development and initial validation of a new tool for measuring atopic eczema severity from the patients’ perspective. Arch Dermatol 2004;140:1513-1519.',
};

/** No day 0, one or two 1, three or four 2, five or six 3, every day 4. @source Charman and others 2004 */
const points = plainScale(0, 4);

const items = {
  question1: choice('item.question1', points),
  question2: choice('item.question2', points),
  question3: choice('item.question3', points),
  question4: choice('item.question4', points),
  question5: choice('item.question5', points),
  question6: choice('item.question6', points),
  question7: choice('item.question7', points),
};

/** @source Charman and others 2013, https://doi.org/10.1111/bjd.12590 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[0, 2]', category: 'clearOrAlmostClear', intensity: 'None' },
    { range: '[3, 7]', category: 'mild', intensity: 'Low' },
    { range: '[8, 16]', category: 'moderate', intensity: 'Moderate' },
    { range: '[17, 24]', category: 'severe', intensity: 'High' },
    { range: '[25, 28]', category: 'verySevere', intensity: 'High' },
  ],
  source: {
    citation:
      'Charman CR, Venn AJ, Ravenscroft JC, Williams HC. Translating Patient-Oriented Eczema Measure (POEM) scores into clinical practice by suggesting severity strata derived using anchor-based methods. Br J Dermatol 2013;169:1326-1332.',
    url: 'https://doi.org/10.1111/bjd.12590',
  },
};

/**
 * Patient-Oriented Eczema Measure: the sum of seven answers.
 * @source Charman and others 2004; minimal important difference 3.4 points, Schram and others 2012
 */
export const poem: ScoringSystem = {
  code: 'poem',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'scoringOnly',
    holder: 'University of Nottingham',
    note: '© The University of Nottingham. The copyright line must be shown with the questionnaire; ask its owner about commercial use.',
  },
  conditions: ['EA80', 'EA89'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'poem',
      mode: 'global',
      items,
      formula: (answers) => ({ value: sum(Object.values(answers)) }),
    }),
  ],
  formulaText: 'POEM = sum of the seven answers',
  range: '[0, 28]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: {
    points: 3.4,
    source: {
      citation:
        'Schram ME, Spuls PI, Leeflang MM, Lindeboom R, Bos JD, Schmitt J. EASI, (objective) SCORAD and POEM for atopic eczema: responsiveness and minimal clinically important difference. Allergy 2012;67:99-106.',
    },
  },
  validated: true,
  pending: ['minimalImportantDifference', 'licence'],
  example: {
    form: 'poem',
    answers: {
      question1: 1,
      question2: 1,
      question3: 0,
      question4: 0,
      question5: 0,
      question6: 1,
      question7: 0,
    },
    value: 3,
    category: 'mild',
  },
};
