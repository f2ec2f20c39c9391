// SPDX-License-Identifier: Apache-2.0
import type { TSchema } from 'typebox';
import type { ModelTask } from '../record/model-identity.ts';
import { type AcneManifest, AcneManifestSchema } from './manifests/acne-manifest.ts';
import { type ClassifierManifest, ClassifierManifestSchema } from './manifests/classifier-manifest.ts';
import { type SegmentationManifest, SegmentationManifestSchema } from './manifests/segmentation-manifest.ts';
import { findSchemaProblems, type ModelProblem } from './model-problem.ts';

/**
 * What `model.json` says of a model: what goes in (float32, NCHW, sRGB, `(value - mean) / std` of pixel values 0-255, the
 * whole picture squashed to `widthPx` x `heightPx`), what comes out (see the manifest of each task), how it was
 * calibrated and what it may be used for.
 */
export type ModelManifest = ClassifierManifest | SegmentationManifest | AcneManifest;

export type Parsed<T> =
  | { readonly value: T; readonly problems?: never }
  | { readonly problems: readonly ModelProblem[] };

const schemas: Readonly<Record<ModelTask, TSchema>> = {
  'condition-classification': ClassifierManifestSchema,
  'media-validity': ClassifierManifestSchema,
  'lesion-segmentation': SegmentationManifestSchema,
  'acne-detection': AcneManifestSchema,
};

const isTask = (task: unknown): task is ModelTask => typeof task === 'string' && Object.hasOwn(schemas, task);

/** The schema of the task that the file names; a task that nobody knows is a problem of its own. */
function chooseSchema(json: unknown): Parsed<TSchema> {
  const task = typeof json === 'object' && json !== null && 'task' in json ? json.task : undefined;
  if (task === undefined) return { value: ClassifierManifestSchema };
  if (isTask(task)) return { value: schemas[task] };
  const known = Object.keys(schemas).map((name) => `"${name}"`);
  return { problems: [{ file: 'model.json', key: 'task', message: `must be ${known.join(' or ')}` }] };
}

/** The manifest, or everything that is wrong with it at once. */
export function parseManifest(json: unknown): Parsed<ModelManifest> {
  const schema = chooseSchema(json);
  if (schema.problems) return schema;
  const problems = findSchemaProblems('model.json', schema.value, json);
  if (problems.length > 0) return { problems };
  const manifest = json as ModelManifest;
  const unlisted = [manifest.file, manifest.labels, manifest.card]
    .filter((name) => manifest.sha256[name] === undefined)
    .map((name) => ({ file: 'model.json', key: `sha256.${name}`, message: 'is missing' }));
  return unlisted.length > 0 ? { problems: unlisted } : { value: manifest };
}
