// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice, type Option } from './items.ts';
import { noYes, plainScale } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * RESVECH 2.0: how a chronic wound is doing. Its size, depth, edge and bed, what it exudes, and fourteen signs of infection.
 * 0 (healed) to 35; a falling score means that it heals.
 */

const source = {
  citation:
    'Restrepo-Medrano JC, Verdú Soriano J. Desarrollo de un índice de medida de la evolución hacia la cicatrización de las heridas crónicas. Gerokomos 2011;22:176-183.',
};

/** Answers of one item, 0 to `highest`. */
const grades = (item: string, highest: number): readonly Option[] =>
  plainScale(0, highest).map(({ value }) => ({ value, label: `resvech.answer.${item}.${value}` }));

/** The public client sends some signs as grades 0 to 4; each counts once, however high. @source range of the reference */
const signGrades = plainScale(0, 4);

/** One point for each that is there. @source Restrepo-Medrano and Verdú 2011 */
const infectionSigns = {
  increasingPain: choice('resvech.item.increasingPain', signGrades),
  erythemaAroundWound: choice('resvech.item.erythemaAroundWound', signGrades),
  edemaAroundWound: choice('resvech.item.edemaAroundWound', signGrades),
  temperatureRise: choice('resvech.item.temperatureRise', noYes),
  increasingExudate: choice('resvech.item.increasingExudate', signGrades),
  purulentExudate: choice('resvech.item.purulentExudate', noYes),
  tissueFriableOrBleedsEasily: choice('resvech.item.tissueFriableOrBleedsEasily', signGrades),
  stationaryWound: choice('resvech.item.stationaryWound', signGrades),
  biofilmCompatibleTissue: choice('resvech.item.biofilmCompatibleTissue', signGrades),
  odor: choice('resvech.item.odor', signGrades),
  hypergranulation: choice('resvech.item.hypergranulation', signGrades),
  increasingWound: choice('resvech.item.increasingWound', signGrades),
  satelliteLesions: choice('resvech.item.satelliteLesions', signGrades),
  tissuePaleness: choice('resvech.item.tissuePaleness', signGrades),
};

/** Of the first version of the instrument: asked for by the reference, not counted. @source range of the reference */
const uncounted = {
  frequencyOfPain: choice('resvech.item.frequencyOfPain', signGrades),
  tunneling: choice('resvech.item.tunneling', signGrades),
  macerationAroundWound: choice('resvech.item.macerationAroundWound', noYes),
};

/** Sizes in cm²: 0, below 4, 16, 36, 64, 100, more. @source Restrepo-Medrano and Verdú 2011 */
const largest = 6;

const items = {
  woundDimensions: choice('resvech.item.woundDimensions', grades('woundDimensions', largest)),
  tissues: choice('resvech.item.tissues', grades('tissues', 4)),
  edges: choice('resvech.item.edges', grades('edges', 4)),
  tissueInWoundBed: choice('resvech.item.tissueInWoundBed', grades('tissueInWoundBed', 4)),
  exudate: choice('resvech.item.exudate', grades('exudate', 4)),
  ...infectionSigns,
  ...uncounted,
};

/** Leaking and dry both count 3, so that the total ends at 35. @source Restrepo-Medrano and Verdú 2011 */
const mostExudatePoints = 3;

type Answers = Readonly<Record<keyof typeof items, number>>;

function signsIn(answers: Answers): readonly number[] {
  return Object.keys(infectionSigns).map((sign) => answers[sign as keyof typeof infectionSigns]);
}

/** RESVECH = size + depth + edge + bed + exudate + one for each sign of infection. @source Restrepo-Medrano and Verdú 2011 */
function resvechOf(answers: Answers): number {
  const { woundDimensions, tissues, edges, tissueInWoundBed, exudate } = answers;
  const exudatePoints = Math.min(exudate, mostExudatePoints);
  const signs = signsIn(answers).filter((grade) => grade > 0).length;
  return sum([woundDimensions, tissues, edges, tissueInWoundBed, exudatePoints, signs]);
}

/** A public Spanish transcription's reading; the authors published none. @source our own convention after it, unvalidated */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'healed', intensity: 'None' },
    { range: '[1, 5]', category: 'mild', intensity: 'Low' },
    { range: '[6, 10]', category: 'moderate', intensity: 'Moderate' },
    { range: '[11, 35]', category: 'severe', intensity: 'High' },
  ],
  source: {
    citation:
      'A convention of this software after a public Spanish transcription; the authors published no bands.',
  },
};

/**
 * RESVECH 2.0 of one wound.
 * @source Restrepo-Medrano and Verdú 2011
 */
export const resvech: ScoringSystem = {
  code: 'resvech',
  input: 'questionnaire',
  source,
  licence: {
    terms: 'open',
    holder: null,
    note: 'A published method, in words of our own; no licence programme is known.',
  },
  conditions: ['EH90', 'BD74.3', 'BD54', 'BD74', 'EF60', 'ME60.2'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'resvech',
      mode: 'local',
      items,
      formula: (answers) => ({
        value: resvechOf(answers),
        warnings: signsIn(answers).some((grade) => grade > 1) ? ['infectionSignAboveOne'] : [],
      }),
    }),
  ],
  formulaText:
    'RESVECH = size 0-6 + depth 0-4 + edge 0-4 + bed 0-4 + exudate 0-3 + one for each of fourteen signs of infection',
  range: '[0, 35]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: ['items', 'licence'],
  example: {
    form: 'resvech',
    answers: {
      woundDimensions: 2,
      tissues: 1,
      edges: 2,
      tissueInWoundBed: 2,
      exudate: 0,
      increasingPain: 1,
      erythemaAroundWound: 0,
      edemaAroundWound: 0,
      temperatureRise: 0,
      increasingExudate: 0,
      purulentExudate: 0,
      tissueFriableOrBleedsEasily: 0,
      stationaryWound: 0,
      biofilmCompatibleTissue: 0,
      odor: 1,
      hypergranulation: 0,
      increasingWound: 0,
      satelliteLesions: 0,
      tissuePaleness: 0,
      frequencyOfPain: 2,
      tunneling: 0,
      macerationAroundWound: 1,
    },
    value: 9,
    category: 'moderate',
  },
};
