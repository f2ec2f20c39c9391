// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { body, Calibration, Count, Fraction, FractionOrNull, head, Name } from './manifest-parts.ts';

/** Null: too few pictures to say; a threshold of null: the label with the highest probability is meant. */
const OperatingPoint = Type.Object({
  sensitivity: FractionOrNull,
  specificity: FractionOrNull,
  threshold: FractionOrNull,
  n: Count,
});

export const ClassifierManifestSchema = Type.Object({
  ...head,
  task: Type.Union([Type.Literal('condition-classification'), Type.Literal('media-validity')]),
  ...body,
  outputs: Type.Object({
    logits: Name,
    maps: Type.Union([Name, Type.Null()]),
    mapLabels: Type.Optional(Name),
  }),
  calibration: Calibration,
  operatingPoints: Type.Record(Type.String(), OperatingPoint),
  thresholds: Type.Object({ isDermatological: Type.Optional(Fraction) }),
});

/**
 * A net that names what a whole picture shows. Out come logits `[1, K]` in the order of `labels.json`; class activation
 * maps `[1, K, h, w]`, or of the classes named by `mapLabels` int64 `[1, n]`.
 */
export type ClassifierManifest = Static<typeof ClassifierManifestSchema>;
