// SPDX-License-Identifier: Apache-2.0
import Type from 'typebox';

/** A file inside the model folder: no folders, no dots in front, so a path can never leave it. */
const FileName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' });
export const Name = Type.String({ minLength: 1, maxLength: 200 });
const Sentence = Type.String({ maxLength: 10_000 });
export const Fraction = Type.Number({ minimum: 0, maximum: 1 });
export const Count = Type.Integer({ minimum: 0 });
const ThreeNumbers = Type.Array(Type.Number(), { minItems: 3, maxItems: 3 });
/** Below 1 somebody has written the numbers for pixel values 0-1. */
const ThreeScales = Type.Array(Type.Number({ minimum: 1 }), { minItems: 3, maxItems: 3 });
export const FractionOrNull = Type.Union([Fraction, Type.Null()]);
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

/** How the softmax of a classifying output was calibrated. */
export const Calibration = Type.Object({
  temperature: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
  split: Name,
  n: Count,
  expectedCalibrationError: FractionOrNull,
});

/** What every manifest says, whatever the task; in two parts to keep the order of the keys. */
export const head = { name: Name, version: Name } as const;
export const body = {
  file: FileName,
  licence: Type.Object({ id: Name, note: Sentence, commercialUse: Type.Boolean() }),
  input: ModelInput,
  labels: FileName,
  card: FileName,
  trainingData: Type.Array(Type.Object({ name: Name, source: Sentence, licence: Name, n: Count })),
  trainedOn: Name,
  sha256: Type.Record(Type.String(), Type.String({ pattern: '^[0-9a-f]{64}$' })),
} as const;
