// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableText } from './concept.ts';
import { maxLabelCharacters } from './content-attachment.ts';
import { ScoreChange } from './score-change.ts';
import { maxSubjectCharacters } from './severity-assessment-manual.ts';

export const EvolutionRequest = Type.Object({
  subject: Type.String({
    minLength: 1,
    maxLength: maxSubjectCharacters,
    description: 'Your own key of the patient, as in the assessments. It is never part of an address.',
  }),
  scoringSystem: Type.Optional(
    NullableText({ maxLength: maxLabelCharacters, description: 'Only this one, by code, e.g. `pasi`.' }),
  ),
});
export type EvolutionRequest = Static<typeof EvolutionRequest>;

export const EvolutionPoint = Type.Object({
  identifier: Type.String({ format: 'uuid', description: 'Of the assessment.' }),
  issued: Type.String({ description: 'UTC, ISO 8601 with microseconds and without offset.' }),
  value: Type.Number(),
  category: Type.Unsafe<{ code: string; text: string } | null>({
    anyOf: [Type.Object({ code: Type.String(), text: Type.String() }), { type: 'null' }],
    description: 'The band, its text in the language of the answer; null where the score has no bands.',
  }),
});
export type EvolutionPoint = Static<typeof EvolutionPoint>;

/** Scores that can be compared: of one form, and where it is scored by site, of one body site. */
export const EvolutionSeries = Type.Object({
  code: Type.String({ description: 'Of the scoring system.' }),
  form: Type.String({ description: 'Identifier of the questionnaire, e.g. `pasiLocal`.' }),
  title: Type.String({ description: 'In the language of the answer.' }),
  direction: Type.Enum(['higherIsWorse', 'higherIsBetter']),
  bodySite: Type.Unsafe<{ code: string; name: string } | null>({
    anyOf: [Type.Object({ code: Type.String(), name: Type.String() }), { type: 'null' }],
    description: 'Null for scores of the person or the whole body.',
  }),
  points: Type.Array(EvolutionPoint, { description: 'Oldest first.' }),
  change: Type.Unsafe<ScoreChange | null>({
    anyOf: [ScoreChange, { type: 'null' }],
    description: 'From the first to the last; null for a single score.',
  }),
});
export type EvolutionSeries = Static<typeof EvolutionSeries>;

export const EvolutionResponse = Type.Object({
  series: Type.Array(EvolutionSeries, {
    description: 'Those scored last first; empty for a key that this account never used.',
  }),
  locale: Type.Enum(['en', 'es', 'fr', 'de']),
});
export type EvolutionResponse = Static<typeof EvolutionResponse>;
