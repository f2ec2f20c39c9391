// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber, NullableText } from './concept.ts';

/** An earlier score of the patient. */
export const EarlierScore = Type.Object({
  value: Type.Number(),
  issued: NullableText({ description: 'UTC, as `issued`; null where no date is known.' }),
});
export type EarlierScore = Static<typeof EarlierScore>;

const MinimalImportantDifference = Type.Object({
  points: Type.Number(),
  exceeded: Type.Boolean({ description: 'Whether the score changed by at least as much.' }),
});

/** What happened to a score since the first one known. */
export const ScoreChange = Type.Object({
  baseline: EarlierScore,
  reductionPercent: NullableNumber({
    description:
      'Of the baseline, positive for an improvement. Null for a baseline of 0 and for scales without a percentage.',
  }),
  responses: Type.Array(
    Type.Object({ name: Type.String({ description: 'E.g. `PASI75`.' }), achieved: Type.Boolean() }),
  ),
  trend: Type.Enum(['improved', 'unchanged', 'worsened']),
  minimalImportantDifference: Type.Unsafe<Static<typeof MinimalImportantDifference> | null>({
    anyOf: [MinimalImportantDifference, { type: 'null' }],
    description: 'The smallest change that patients notice. Null: nobody published one.',
  }),
  history: Type.Array(EarlierScore, { description: 'Oldest first, without the present score.' }),
});
export type ScoreChange = Static<typeof ScoreChange>;
