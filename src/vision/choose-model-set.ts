// SPDX-License-Identifier: Apache-2.0
import type { ModelTask } from '../record/model-identity.ts';
import { type ListedModel, listModels } from './list-models.ts';
import type { ModelManifest } from './model-manifest.ts';
import { formatProblem } from './model-problem.ts';

/** The two models that answer together. */
export interface ModelSet {
  readonly condition: ChosenModel;
  readonly validity: ChosenModel;
}

export interface ChosenModel {
  readonly dir: string;
  readonly manifest: ModelManifest;
}

/**
 * Folder names of a set. `free` means `condition-free` and `validity-free`, and so for any name for which such
 * folders exist; `my-net` alone is a condition model beside `validity-default`; `my-net+my-judge` names both.
 */
function nameFolders(set: string, shelf: readonly ListedModel[]): { condition: string; validity: string } {
  const [first = '', second] = set.split('+');
  const has = (folder: string): boolean => shelf.some((model) => model.folder === folder);
  if (second !== undefined) return { condition: first, validity: second };
  if (has(first) && !has(`condition-${first}`)) return { condition: first, validity: 'validity-default' };
  return { condition: `condition-${first}`, validity: `validity-${first}` };
}

function choose(shelf: readonly ListedModel[], folder: string, task: ModelTask): ChosenModel | string[] {
  const model = shelf.find((listed) => listed.folder === folder);
  if (!model) return [`there is no folder "${folder}"; there are: ${shelf.map((m) => m.folder).join(', ')}`];
  if (!model.manifest) return model.problems.map((problem) => `${folder}/${formatProblem(problem)}`);
  if (model.manifest.task === task) return { dir: model.dir, manifest: model.manifest };
  return [`${folder}/model.json: task: is "${model.manifest.task}", but "${task}" is needed here`];
}

/**
 * The models of a set: see `nameFolders` for the rule, which brings your own by adding a folder and naming it.
 * @throws Error naming everything that is missing or wrong, one per line
 */
export async function chooseModelSet(modelsDir: string, set: string): Promise<ModelSet> {
  const shelf = await listModels(modelsDir);
  const folders = nameFolders(set, shelf);
  const condition = choose(shelf, folders.condition, 'condition-classification');
  const validity = choose(shelf, folders.validity, 'media-validity');
  if (!Array.isArray(condition) && !Array.isArray(validity)) return { condition, validity };
  const problems = [condition, validity].flatMap((choice) => (Array.isArray(choice) ? choice : []));
  throw new Error([`The model set "${set}" in ${modelsDir} cannot be used.`, ...problems].join('\n'));
}
