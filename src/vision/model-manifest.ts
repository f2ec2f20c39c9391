// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { findSchemaProblems, type ModelProblem } from './model-problem.ts';

/** A file inside the model folder: no folders, no dots in front, so a path can never leave it. */
const FileName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Sentence = Type.String({ maxLength: 10_000 });
const Fraction = Type.Number({ minimum: 0, maximum: 1 });
const Count = Type.Integer({ minimum: 0 });
const ThreeNumbers = Type.Array(Type.Number(), { minItems: 3, maxItems: 3 });
/** Below 1 somebody has written the numbers for pixel values 0-1. */
const ThreeScales = Type.Array(Type.Number({ minimum: 1 }), { minItems: 3, maxItems: 3 });
const FractionOrNull = Type.Union([Fraction, Type.Null()]);
/** 16: below it nothing is seen; 1024: above it one picture costs seconds on one core. */
const Side = Type.Integer({ minimum: 16, maximum: 1024 });

const ModelInput = Type.Object({
  name: Name,
  layout: Type.Literal('NCHW'),
  widthPx: Side,
  heightPx: Side,
  channels: Type.Literal('RGB'),
  resize: Type.Literal('squash'),
  mean: ThreeNumbers,
  std: ThreeScales,
});

/** Null: too few pictures to say; a threshold of null: the label with the highest probability is meant. */
const OperatingPoint = Type.Object({
  sensitivity: FractionOrNull,
  specificity: FractionOrNull,
  threshold: FractionOrNull,
  n: Count,
});

const ModelManifestSchema = Type.Object({
  name: Name,
  version: Name,
  task: Type.Union([Type.Literal('condition-classification'), Type.Literal('media-validity')]),
  file: FileName,
  licence: Type.Object({ id: Name, note: Sentence, commercialUse: Type.Boolean() }),
  input: ModelInput,
  outputs: Type.Object({
    logits: Name,
    maps: Type.Union([Name, Type.Null()]),
    mapLabels: Type.Optional(Name),
  }),
  labels: FileName,
  card: FileName,
  calibration: Type.Object({
    temperature: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
    split: Name,
    n: Count,
    expectedCalibrationError: FractionOrNull,
  }),
  operatingPoints: Type.Record(Type.String(), OperatingPoint),
  thresholds: Type.Object({ isDermatological: Type.Optional(Fraction) }),
  trainingData: Type.Array(Type.Object({ name: Name, source: Sentence, licence: Name, n: Count })),
  trainedOn: Name,
  sha256: Type.Record(Type.String(), Type.String({ pattern: '^[0-9a-f]{64}$' })),
});

/**
 * What `model.json` says of a model: what goes in (float32, NCHW, sRGB, `(value - mean) / std` of pixel
 * values 0-255, the whole picture squashed to `widthPx` x `heightPx`), what comes out (logits `[1, K]` in the order of
 * `labels.json`; class activation maps `[1, K, h, w]`, or of the classes named by `mapLabels` int64 `[1, n]`),
 * how it was calibrated and what it may be used for.
 */
export type ModelManifest = Static<typeof ModelManifestSchema>;

export type Parsed<T> =
  | { readonly value: T; readonly problems?: never }
  | { readonly problems: readonly ModelProblem[] };

/** The manifest, or everything that is wrong with it at once. */
export function parseManifest(json: unknown): Parsed<ModelManifest> {
  const problems = findSchemaProblems('model.json', ModelManifestSchema, json);
  if (problems.length > 0) return { problems };
  const manifest = json as ModelManifest;
  const unlisted = [manifest.file, manifest.labels, manifest.card]
    .filter((name) => manifest.sha256[name] === undefined)
    .map((name) => ({ file: 'model.json', key: `sha256.${name}`, message: 'is missing' }));
  return unlisted.length > 0 ? { problems: unlisted } : { value: manifest };
}
