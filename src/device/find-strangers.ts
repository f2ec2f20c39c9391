// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createResolveCondition, type Resolution } from '../catalogue/resolve-condition.ts';
import type { ModelProblem } from '../vision/model-problem.ts';
import { readModelFolder } from '../vision/read-model-folder.ts';

/** Conditions a model's labels speak of that the catalogue has not: every answer would fail. */
export async function findStrangers(dir: string, catalogue: Catalogue): Promise<readonly ModelProblem[]> {
  const folder = await readModelFolder(dir);
  if (folder.problems) return [];
  const file = folder.value.manifest.labels;
  const named = new Set(
    folder.value.labels.flatMap(({ conditions }) => conditions.map((share) => share.condition)),
  );
  const resolveCondition = createResolveCondition(catalogue);
  return [...named]
    .filter((slug) => catalogue.find(slug) === undefined)
    .map((slug) => ({ file, key: slug, message: describeStranger(resolveCondition(slug)) }));
}

function describeStranger(resolution: Resolution): string {
  const near = resolution.condition ? [resolution.condition.slug] : resolution.suggestions;
  const hint = near.length > 0 ? `; near: ${near.join(', ')}` : '';
  return `is no condition of the catalogue${hint}`;
}
