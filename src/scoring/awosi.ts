// SPDX-License-Identifier: Apache-2.0
import { sum } from './exact.ts';
import { choice } from './items.ts';
import { noYes, signs0to4 } from './scales.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * AWOSI: what a photograph shows of a wound: its edge, its depth, its bed, what it exudes, and the skin around it. An open
 * index of our own, 0 to 17, after the visible items of RESVECH 2.0; nobody has validated it. The stage is not read off the
 * points: it is the deepest tissue that is seen.
 */

const source = {
  citation:
    'An open index of this software, after the visible items of RESVECH 2.0 (Restrepo-Medrano and Verdú 2011). The reference formula is not public.',
};

/** Whether something is seen. */
const seen = (item: string) => choice(`awosi.item.${item}`, noYes, { by: 'seen' });

const items = {
  erythema: choice('sign.erythema', signs0to4, { by: 'seen' }),
  bordersDamaged: seen('bordersDamaged'),
  bordersDelimited: seen('bordersDelimited'),
  bordersDiffused: seen('bordersDiffused'),
  bordersThickened: seen('bordersThickened'),
  bordersIndistinguishable: seen('bordersIndistinguishable'),
  perilesionalErythema: seen('perilesionalErythema'),
  perilesionalMaceration: seen('perilesionalMaceration'),
  biofilmCompatibleTissue: seen('biofilmCompatibleTissue'),
  affectedTissueBoneAndOrAdjacent: seen('affectedTissueBoneAndOrAdjacent'),
  affectedTissueDermisEpidermis: seen('affectedTissueDermisEpidermis'),
  affectedTissueMuscle: seen('affectedTissueMuscle'),
  affectedTissueSubcutaneous: seen('affectedTissueSubcutaneous'),
  affectedTissueHealedSkin: seen('affectedTissueHealedSkin'),
  exudationFibrinous: seen('exudationFibrinous'),
  exudationPurulent: seen('exudationPurulent'),
  exudationBloody: seen('exudationBloody'),
  exudationSerous: seen('exudationSerous'),
  exudationGreenish: seen('exudationGreenish'),
  tissueInWoundBedScarred: seen('tissueInWoundBedScarred'),
  tissueInWoundBedSlough: seen('tissueInWoundBedSlough'),
  tissueInWoundBedNecrotic: seen('tissueInWoundBedNecrotic'),
  tissueInWoundBedGranulation: seen('tissueInWoundBedGranulation'),
  tissueInWoundBedEpithelia: seen('tissueInWoundBedEpithelia'),
};

type Findings = Readonly<Record<keyof typeof items, number>>;
type Points = Partial<Findings>;

/** @source RESVECH 2.0, item 3; of several edges the worst counts */
const edgePoints: Points = {
  bordersIndistinguishable: 0,
  bordersDiffused: 1,
  bordersDelimited: 2,
  bordersDamaged: 3,
  bordersThickened: 4,
};

/** @source RESVECH 2.0, item 2; of several tissues the deepest counts */
const depthPoints: Points = {
  affectedTissueHealedSkin: 0,
  affectedTissueDermisEpidermis: 1,
  affectedTissueSubcutaneous: 2,
  affectedTissueMuscle: 3,
  affectedTissueBoneAndOrAdjacent: 4,
};

/** @source RESVECH 2.0, item 4; of several tissues the worst counts */
const bedPoints: Points = {
  tissueInWoundBedScarred: 0,
  tissueInWoundBedEpithelia: 1,
  tissueInWoundBedGranulation: 2,
  tissueInWoundBedSlough: 3,
  tissueInWoundBedNecrotic: 4,
};

/** Pus, or the green of Pseudomonas, counts double. @source our own convention: RESVECH grades amounts, which no picture shows */
const exudatePoints: Points = {
  exudationFibrinous: 1,
  exudationSerous: 1,
  exudationBloody: 1,
  exudationPurulent: 2,
  exudationGreenish: 2,
};

/** @source RESVECH 2.0: one point for each sign of infection; maceration of the wound's edge from its first version */
const erythemaPoints: Points = { erythema: 1, perilesionalErythema: 1 };
const macerationPoints: Points = { perilesionalMaceration: 1 };
const biofilmPoints: Points = { biofilmCompatibleTissue: 1 };

const tables = [
  edgePoints,
  depthPoints,
  bedPoints,
  exudatePoints,
  erythemaPoints,
  macerationPoints,
  biofilmPoints,
];

/** The most that any finding of a table counts. */
function worstOf(points: Points, findings: Findings): number {
  const counted = Object.entries(points).filter(([item]) => findings[item as keyof Findings] > 0);
  return Math.max(0, ...counted.map(([, each]) => each));
}

/** Stage by the deepest tissue; unbroken skin with anything to see on it is stage 1. @source our own convention */
const stages = ['stage1', 'stage2', 'stage3', 'stage4', 'stage4'];

function stageOf(findings: Findings, value: number): string {
  return value === 0 ? 'none' : (stages[worstOf(depthPoints, findings)] ?? 'stage4');
}

/** The points that wounds of a stage usually have: for drawing only. @source our own convention, unvalidated */
const bands: BandTable = {
  basis: 'localConvention',
  bands: [
    { range: '[0, 0]', category: 'none', intensity: 'None' },
    { range: '[1, 4]', category: 'stage1', intensity: 'Low' },
    { range: '[5, 8]', category: 'stage2', intensity: 'Moderate' },
    { range: '[9, 12]', category: 'stage3', intensity: 'High' },
    { range: '[13, 17]', category: 'stage4', intensity: 'High' },
  ],
  source: {
    citation: 'A convention of this software: the stage is the deepest tissue seen, whatever the points.',
  },
};

/**
 * Visible wound items, counted as in RESVECH 2.0.
 * @source our own index, unvalidated
 */
export const awosi: ScoringSystem = {
  code: 'awosi',
  input: 'photograph',
  source,
  licence: { terms: 'open', holder: null, note: 'An index of this software, free to use; not validated.' },
  conditions: ['EH90', 'BD74.3', 'BD54'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'awosiLocal',
      mode: 'local',
      items,
      formula(findings) {
        const value = sum(tables.map((points) => worstOf(points, findings)));
        return { value, category: stageOf(findings, value) };
      },
    }),
  ],
  formulaText:
    'Worst edge 0-4 + deepest tissue 0-4 + worst tissue in the bed 0-4 + exudate 0-2 + erythema 0-1 + maceration 0-1 + biofilm 0-1',
  range: '[0, 17]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: false,
  pending: ['formula', 'weights', 'bands'],
  example: {
    form: 'awosiLocal',
    answers: {
      erythema: 0,
      bordersDamaged: 0,
      bordersDelimited: 1,
      bordersDiffused: 0,
      bordersThickened: 1,
      bordersIndistinguishable: 0,
      perilesionalErythema: 1,
      perilesionalMaceration: 1,
      biofilmCompatibleTissue: 1,
      affectedTissueBoneAndOrAdjacent: 0,
      affectedTissueDermisEpidermis: 1,
      affectedTissueMuscle: 1,
      affectedTissueSubcutaneous: 1,
      affectedTissueHealedSkin: 0,
      exudationFibrinous: 1,
      exudationPurulent: 0,
      exudationBloody: 0,
      exudationSerous: 1,
      exudationGreenish: 0,
      tissueInWoundBedScarred: 0,
      tissueInWoundBedSlough: 1,
      tissueInWoundBedNecrotic: 0,
      tissueInWoundBedGranulation: 1,
      tissueInWoundBedEpithelia: 0,
    },
    value: 14,
    category: 'stage4',
  },
};
