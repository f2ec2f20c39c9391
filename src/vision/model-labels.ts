// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import type { SegmentationManifest } from './manifests/segmentation-manifest.ts';
import type { ModelManifest, Parsed } from './model-manifest.ts';
import { findSchemaProblems, type ModelProblem } from './model-problem.ts';

const Label = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 200 }),
  text: Type.String({ maxLength: 1000 }),
  modality: Type.Union([Type.Literal('Clinical'), Type.Literal('Dermoscopic'), Type.Null()]),
  conditions: Type.Array(
    Type.Object({
      condition: Type.String({ minLength: 1, maxLength: 200 }),
      share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    }),
  ),
  source: Type.String(),
});

const LabelsSchema = Type.Object({ labels: Type.Array(Label, { minItems: 1, maxItems: 5000 }) });

/** One output of a model, and the catalogue entries it speaks for with their shares (none for *other*). */
export type ModelLabel = Static<typeof Label>;

/** Label of a validity model that means: this is not a photograph of skin. */
export const notSkinLabel = 'notSkin';

/** Shares are written as decimals; this is what rounding a dozen of them to four places can add up to. */
const shareTolerance = 1e-3;

/** The labels in logit order, or everything that is wrong with them at once. */
export function parseLabels(json: unknown, manifest: ModelManifest): Parsed<readonly ModelLabel[]> {
  const file = manifest.labels;
  const problems = findSchemaProblems(file, LabelsSchema, json);
  if (problems.length > 0) return { problems };
  const { labels } = json as Static<typeof LabelsSchema>;
  const found = [
    ...findRepeated(file, labels),
    ...labels.flatMap((label, index) => findShareProblem(file, label, index)),
    ...findTaskProblems(labels, manifest),
  ];
  return found.length > 0 ? { problems: found } : { value: labels };
}

function findRepeated(file: string, labels: readonly ModelLabel[]): ModelProblem[] {
  const byName = Map.groupBy(labels, (label) => label.label);
  const repeated = [...byName].filter(([, same]) => same.length > 1);
  return repeated.map(([name]) => ({ file, key: 'labels', message: `"${name}" appears more than once` }));
}

function findShareProblem(file: string, label: ModelLabel, index: number): ModelProblem[] {
  const sum = label.conditions.reduce((total, entry) => total + entry.share, 0);
  if (label.conditions.length === 0 || Math.abs(sum - 1) <= shareTolerance) return [];
  const message = `the shares of "${label.label}" add up to ${sum.toFixed(4)}, not 1`;
  return [{ file, key: `labels.${index}.conditions`, message }];
}

/** What a task wants of its labels beyond their being labels. */
function findTaskProblems(labels: readonly ModelLabel[], manifest: ModelManifest): ModelProblem[] {
  if (manifest.task === 'lesion-segmentation') return findUnthresholded(labels, manifest);
  if (manifest.task === 'acne-detection') return findWrongCount(labels, manifest);
  const tooFew = labels.length < 2 ? ['a classifier needs at least 2 labels'] : [];
  return [
    ...tooFew.map((message) => ({ file: manifest.labels, key: 'labels', message })),
    ...findStray('operatingPoints', labels, manifest),
    ...findMissingNotSkin(labels, manifest),
  ];
}

function findStray(
  key: 'operatingPoints' | 'thresholds',
  labels: readonly ModelLabel[],
  manifest: ModelManifest,
): ModelProblem[] {
  const known = new Set(labels.map((label) => label.label));
  const named =
    key === 'operatingPoints' && 'operatingPoints' in manifest ? manifest[key] : manifest.thresholds;
  return Object.keys(named)
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: 'model.json',
      key: `${key}.${name}`,
      message: `is no label of ${manifest.labels}`,
    }));
}

function findUnthresholded(labels: readonly ModelLabel[], manifest: SegmentationManifest): ModelProblem[] {
  const missing = labels.filter(({ label }) => !Object.hasOwn(manifest.thresholds, label));
  const problems = missing.map(({ label }) => ({
    file: 'model.json',
    key: `thresholds.${label}`,
    message: 'is missing',
  }));
  return [...problems, ...findStray('thresholds', labels, manifest)];
}

/** Mild, moderate, severe, very severe. @source Hayashi et al. 2008, J Dermatol 35:255, the grades ACNE04 is labelled by */
const acneGrades = 4;

function findWrongCount(labels: readonly ModelLabel[], manifest: ModelManifest): ModelProblem[] {
  if (labels.length === acneGrades) return [];
  const message = `an acne-detection model needs ${acneGrades} grades, this one has ${labels.length}`;
  return [{ file: manifest.labels, key: 'labels', message }];
}

function findMissingNotSkin(labels: readonly ModelLabel[], manifest: ModelManifest): ModelProblem[] {
  const isNeeded = manifest.task === 'media-validity';
  if (!isNeeded || labels.some((label) => label.label === notSkinLabel)) return [];
  const message = `a media-validity model needs the label "${notSkinLabel}"`;
  return [{ file: manifest.labels, key: 'labels', message }];
}
