// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { Concept, NullableNumber, Percent } from './concept.ts';
import { AdditionalDatum, Score } from './score.ts';
import { ScoreChange } from './score-change.ts';

/** One answer, or one sign that was read off a photograph. */
export const EvolutionItem = Type.Object({
  code: Concept,
  value: Type.Unsafe<number | boolean>({
    type: ['number', 'boolean'],
    description:
      'True or false for what a photograph of a wound shows or does not show (`awosi`), else a number.',
  }),
  interpretation: Type.String({ minLength: 1, description: 'The answer in words.' }),
  additionalData: Type.Optional(Type.Record(Type.String(), AdditionalDatum)),
  method: Type.Optional(
    Type.Enum(['answer', 'learned', 'measured'], {
      description:
        'Additive, for photographs. `answer`: a person said so. `learned`: by a model taught on labelled pictures. `measured`: from colour, texture and shape, which is no clinical evidence.',
    }),
  ),
});
export type EvolutionItem = Static<typeof EvolutionItem>;

/** Answers by item code; those of a region, nail, patch or visit stand one level deeper. */
export interface EvolutionItems {
  [code: string]: EvolutionItem | EvolutionItems;
}

/** Groups of groups of groups do not exist. */
const group = (inner: object) => ({ type: 'object', additionalProperties: inner });
const answer = { anyOf: [EvolutionItem, group({ anyOf: [EvolutionItem, group(EvolutionItem)] })] };
export const EvolutionItems = Type.Unsafe<EvolutionItems>({
  ...group(answer),
  description: 'Answers by item code; those of a region, nail, patch or visit stand one level deeper.',
});

/** Something that was found at a place of a photograph. */
export const Detection = Type.Object({
  confidence: Percent('0-100, as every confidence of the answer.'),
  code: Type.Unsafe<Concept>({
    ...Concept,
    description:
      '`coding[0].code`: `wheal`, `nodule`, `abscess`, `drainingTunnel`, `acne`, `inflammation` or `pustule`.',
  }),
  box: Type.Object(
    { x1: Type.Number(), y1: Type.Number(), x2: Type.Number(), y2: Type.Number() },
    { description: 'Pixels of the upright photograph as sent, from its upper left corner.' },
  ),
});
export type Detection = Static<typeof Detection>;

/** One scoring system of a patient. */
export const Evolution = Type.Object({
  score: Score,
  item: EvolutionItems,
  media: Type.Object({
    attachment: Type.Null({ description: 'Questionnaires have no pictures.' }),
    detection: Type.Array(Detection),
  }),
  form: Type.String({ description: 'Additive. Which questionnaire was answered, e.g. `pasiLocal`.' }),
  validated: Type.Boolean({
    description: 'Additive. False: an index of our own that nobody has validated.',
  }),
  verification: Type.Enum(['verified', 'pending'], {
    description: 'Additive. `pending`: some facts of the score wait for somebody to look them up.',
  }),
  pendingFacts: Type.Array(Type.String(), { description: 'Additive. Which facts those are.' }),
  warnings: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Stable, e.g. `notForCondition`.' }),
      text: Type.String(),
    }),
    { description: 'Additive. What a reader must know before reading on.' },
  ),
  reduction: NullableNumber({
    description: 'Additive. Percent of the baseline; null where no earlier score is known.',
  }),
  change: Type.Unsafe<ScoreChange | null>({
    anyOf: [ScoreChange, { type: 'null' }],
    description: 'Additive. Against the first score known; null where none is.',
  }),
});
export type Evolution = Static<typeof Evolution>;

/** Every scoring system by its code; null unless it was asked for. */
export const PatientEvolution = Type.Record(
  Type.String(),
  Type.Unsafe<Evolution | null>({ anyOf: [Evolution, { type: 'null' }] }),
  { description: 'Every scoring system by its code; null unless it was asked for.' },
);
export type PatientEvolution = Static<typeof PatientEvolution>;
