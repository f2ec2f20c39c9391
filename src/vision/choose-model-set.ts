// SPDX-License-Identifier: Apache-2.0
import type { ModelTask } from '../record/model-identity.ts';
import { type ListedModel, listModels } from './list-models.ts';
import type { ModelManifest } from './model-manifest.ts';
import { formatProblem } from './model-problem.ts';

/** The models that answer together. */
export interface ModelSet {
  readonly condition: ChosenModel;
  readonly validity: ChosenModel;
  /** Outlines of lesions and wounds; null: the set has no such net, and colour is measured instead. */
  readonly segmentation: ChosenModel | null;
  /** Lesions of acne; null: the set has no such net, and they are measured instead. */
  readonly acne: ChosenModel | null;
}

export interface ChosenModel {
  readonly dir: string;
  readonly manifest: ModelManifest;
}

interface FolderNames {
  readonly condition: string;
  readonly validity: string;
  readonly segmentation: string;
  readonly acne: string;
}

/**
 * Folder names of a set. `free` means `condition-free`, `validity-free`, `segmentation-free` and `acne-free`, and so
 * for any name for which such folders exist; `my-net` alone is a condition model beside those of `default`;
 * `my-net+my-judge` names both, and no nets beside them; `my-net+my-judge+my-outlines+my-spots` names all four.
 */
function nameFolders(set: string, shelf: readonly ListedModel[]): FolderNames {
  const [first = '', second, third = '', fourth = ''] = set.split('+');
  const has = (folder: string): boolean => shelf.some((model) => model.folder === folder);
  if (second !== undefined) return { condition: first, validity: second, segmentation: third, acne: fourth };
  const isOwn = has(first) && !has(`condition-${first}`);
  const name = isOwn ? 'default' : first;
  return {
    condition: isOwn ? first : `condition-${first}`,
    validity: `validity-${name}`,
    segmentation: `segmentation-${name}`,
    acne: `acne-${name}`,
  };
}

type Choice = ChosenModel | readonly string[];

const isChosen = <Model>(choice: Model | readonly string[]): choice is Model => !Array.isArray(choice);

function choose(shelf: readonly ListedModel[], folder: string, task: ModelTask): Choice {
  const model = shelf.find((listed) => listed.folder === folder);
  if (!model) return [`there is no folder "${folder}"; there are: ${shelf.map((m) => m.folder).join(', ')}`];
  if (!model.manifest) return model.problems.map((problem) => `${folder}/${formatProblem(problem)}`);
  if (model.manifest.task === task) return { dir: model.dir, manifest: model.manifest };
  return [`${folder}/model.json: task: is "${model.manifest.task}", but "${task}" is needed here`];
}

/** A net that a set may go without; one that was named by name must be there. */
function chooseNet(shelf: readonly ListedModel[], folder: string, task: ModelTask): Choice | null {
  const isThere = shelf.some((listed) => listed.folder === folder);
  const isNamedForSet = /^(segmentation|acne)-/.test(folder);
  return folder === '' || (!isThere && isNamedForSet) ? null : choose(shelf, folder, task);
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
  const segmentation = chooseNet(shelf, folders.segmentation, 'lesion-segmentation');
  const acne = chooseNet(shelf, folders.acne, 'acne-detection');
  if (isChosen(condition) && isChosen(validity) && isChosen(segmentation) && isChosen(acne))
    return { condition, validity, segmentation, acne };
  const problems = [condition, validity, segmentation, acne].flatMap((choice) =>
    isChosen(choice) ? [] : choice,
  );
  throw new Error([`The model set "${set}" in ${modelsDir} cannot be used.`, ...problems].join('\n'));
}

/** All models of a set that answer, in the order in which they are named. */
export function modelsOf(set: ModelSet): readonly ChosenModel[] {
  return [set.condition, set.validity, set.segmentation, set.acne].filter((model) => model !== null);
}
