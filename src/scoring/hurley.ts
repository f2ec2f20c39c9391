// SPDX-License-Identifier: Apache-2.0
import { choice, type Option } from './items.ts';
import { type BandTable, defineForm, type ScoringSystem } from './scoring-system.ts';

/*
 * Hurley stage of hidradenitis suppurativa, 1 to 3, of the worst region. It tells how much scarring there is and changes
 * little under treatment: for activity see IHS4.
 */

const source = {
  citation:
    'Hurley HJ. Axillary hyperhidrosis, apocrine bromhidrosis, hidradenitis suppurativa, and familial benign pemphigus: surgical approach. In: Roenigk RK, Roenigk HH, eds. Dermatologic Surgery. New York: Marcel Dekker; 1989:729-739; read in PMC10295086.',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10295086',
};

/** @source https://pmc.ncbi.nlm.nih.gov/articles/PMC10295086 */
const stages: readonly Option[] = [
  { value: 1, label: 'hurley.answer.stage.1' },
  { value: 2, label: 'hurley.answer.stage.2' },
  { value: 3, label: 'hurley.answer.stage.3' },
];

/** The stage is the reading. @source Hurley 1989 */
const bands: BandTable = {
  basis: 'published',
  bands: [
    { range: '[1, 1]', category: 'stage1', intensity: 'Low' },
    { range: '[2, 2]', category: 'stage2', intensity: 'Moderate' },
    { range: '[3, 3]', category: 'stage3', intensity: 'High' },
  ],
  source,
};

/**
 * Hurley stage of a person: that of the worst region.
 * @source Hurley 1989
 */
export const hurley: ScoringSystem = {
  code: 'hurley',
  input: 'questionnaire',
  source,
  licence: { terms: 'open', holder: null, note: 'A published method, in words of our own.' },
  conditions: ['ED92.0'],
  sites: null,
  forms: [
    defineForm({
      identifier: 'hurley',
      mode: 'global',
      items: { stage: choice('hurley.item.stage', stages) },
      formula: ({ stage }) => ({ value: stage }),
    }),
  ],
  formulaText: 'The stage of the worst region',
  range: '[1, 3]',
  bands,
  direction: 'higherIsWorse',
  responses: [],
  minimalImportantDifference: null,
  validated: true,
  pending: [],
  example: { form: 'hurley', answers: { stage: 2 }, value: 2, category: 'stage2' },
};
