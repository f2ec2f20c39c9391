// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
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

const LabelsSchema = Type.Object({ labels: Type.Array(Label, { minItems: 2, maxItems: 5000 }) });

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
    ...findStrayOperatingPoints(labels, manifest),
    ...findMissingNotSkin(file, labels, manifest),
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

function findStrayOperatingPoints(labels: readonly ModelLabel[], manifest: ModelManifest): ModelProblem[] {
  const known = new Set(labels.map((label) => label.label));
  return Object.keys(manifest.operatingPoints)
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: 'model.json',
      key: `operatingPoints.${name}`,
      message: `is no label of ${manifest.labels}`,
    }));
}

function findMissingNotSkin(
  file: string,
  labels: readonly ModelLabel[],
  manifest: ModelManifest,
): ModelProblem[] {
  const isNeeded = manifest.task === 'media-validity';
  if (!isNeeded || labels.some((label) => label.label === notSkinLabel)) return [];
  return [{ file, key: 'labels', message: `a media-validity model needs the label "${notSkinLabel}"` }];
}
