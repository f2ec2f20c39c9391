// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ClassifierManifest } from './manifests/classifier-manifest.ts';
import { toIdentity } from './model-identity.ts';
import type { ModelLabel } from './model-labels.ts';
import type { ModelManifest, Parsed } from './model-manifest.ts';
import { formatProblem, type ModelProblem } from './model-problem.ts';
import { type ChannelTables, makeChannelTables } from './picture-tensor.ts';
import { type ModelFolder, readModelFolder } from './read-model-folder.ts';
import { hasExternalData } from './runtime/find-external-data.ts';
import { createOnnxSession, type DeclaredTensor, type OnnxSession } from './runtime/onnx-session.ts';
import { type WantedTensor, wantedInput, wantedOutputs } from './wanted-tensors.ts';

/** A net ready to be asked: verified, loaded, run once. */
export interface LoadedModel<Manifest extends ModelManifest = ClassifierManifest> {
  readonly identity: ModelIdentity;
  readonly manifest: Manifest;
  readonly labels: readonly ModelLabel[];
  readonly session: OnnxSession;
  /** The normalisation of the input as tables. */
  readonly tables: ChannelTables;
}

const isFree = (dim: number | string | undefined): boolean => typeof dim !== 'number' || dim < 0;

/** Whether a declared shape admits `wanted`; a null wants nothing of that dimension. */
function fits(shape: DeclaredTensor['shape'], wanted: readonly (number | null)[]): boolean {
  if (shape.length === 0) return true;
  if (shape.length !== wanted.length) return false;
  return wanted.every((size, index) => size === null || isFree(shape[index]) || shape[index] === size);
}

function findTensorProblem(wanted: WantedTensor, declared: readonly DeclaredTensor[]): ModelProblem[] {
  const found = declared.find((tensor) => tensor.name === wanted.name);
  const problem = (message: string): ModelProblem[] => [{ file: 'model.json', key: wanted.key, message }];
  if (!found) {
    const names = declared.map((tensor) => `"${tensor.name}"`).join(', ');
    return problem(`the graph has no "${wanted.name}"; it has ${names || 'none'}`);
  }
  if (found.type !== wanted.type) return problem(`"${wanted.name}" is ${found.type}, not ${wanted.type}`);
  if (fits(found.shape, wanted.shape)) return [];
  const expected = wanted.shape.map((size) => size ?? '?').join(', ');
  return problem(`"${wanted.name}" has shape [${found.shape.join(', ')}], expected [${expected}]`);
}

function findGraphProblems(folder: ModelFolder, session: OnnxSession): ModelProblem[] {
  const input = wantedInput(folder.manifest);
  const outputs = wantedOutputs(folder.manifest, folder.labels.length);
  const spare = session.inputs.filter((tensor) => tensor.name !== input.name);
  return [
    ...findTensorProblem(input, session.inputs),
    ...outputs.flatMap((output) => findTensorProblem(output, session.outputs)),
    ...spare.map((tensor) => ({
      file: folder.manifest.file,
      key: '',
      message: `the graph wants a second input "${tensor.name}"`,
    })),
  ];
}

/** Names of the outputs that are asked for. */
export function outputNames(model: Pick<ModelFolder, 'manifest' | 'labels'>): string[] {
  return wantedOutputs(model.manifest, model.labels.length).map((wanted) => wanted.name);
}

/** Runs the net once on grey, which allocates its memory and shows the true shapes of free dimensions. */
async function warmUp(folder: ModelFolder, session: OnnxSession): Promise<ModelProblem[]> {
  const { manifest } = folder;
  const dims = [1, 3, manifest.input.heightPx, manifest.input.widthPx];
  const tensorNchw = new Float32Array(3 * manifest.input.heightPx * manifest.input.widthPx);
  const results = await session.run(manifest.input.name, { tensorNchw, dims }, outputNames(folder));
  return wantedOutputs(manifest, folder.labels.length).flatMap((wanted) => {
    const dims = results.get(wanted.name)?.dims ?? [];
    return findTensorProblem(wanted, [{ name: wanted.name, type: wanted.type, shape: dims }]);
  });
}

async function openFolder(folder: ModelFolder): Promise<Parsed<LoadedModel<ModelManifest>>> {
  const { manifest, labels } = folder;
  const fail = (message: string) => ({ problems: [{ file: manifest.file, key: '', message }] });
  if (hasExternalData(folder.weights))
    return fail('keeps weights in another file; save them inside the graph');
  const session = await createOnnxSession(folder.weights);
  const declared = findGraphProblems(folder, session);
  const problems = declared.length > 0 ? declared : await warmUp(folder, session);
  if (problems.length === 0) {
    const identity = toIdentity(manifest);
    return { value: { identity, manifest, labels, session, tables: makeChannelTables(manifest.input) } };
  }
  await session.close();
  return { problems };
}

/** Verifies, loads and warms up the model in `dir`, or gives everything found wrong with it. */
export async function tryLoadModel(dir: string): Promise<Parsed<LoadedModel<ModelManifest>>> {
  const folder = await readModelFolder(dir);
  if (folder.problems) return folder;
  try {
    return await openFolder(folder.value);
  } catch (error) {
    const message = `cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [{ file: folder.value.manifest.file, key: '', message }] };
  }
}

/**
 * The model in `dir`, verified, loaded and warmed up, whatever its task.
 * @throws Error naming every problem, one per line
 */
export async function loadAnyModel(dir: string): Promise<LoadedModel<ModelManifest>> {
  const loaded = await tryLoadModel(dir);
  if (!loaded.problems) return loaded.value;
  throw new Error([`The model in ${dir} cannot be used.`, ...loaded.problems.map(formatProblem)].join('\n'));
}

const isClassifier = (model: LoadedModel<ModelManifest>): model is LoadedModel =>
  model.manifest.task === 'condition-classification' || model.manifest.task === 'media-validity';

/**
 * The classifier in `dir`, verified, loaded and warmed up.
 * @throws Error naming every problem, one per line
 */
export async function loadModel(dir: string): Promise<LoadedModel> {
  const model = await loadAnyModel(dir);
  if (isClassifier(model)) return model;
  throw new Error(`The model in ${dir} is for ${model.manifest.task}, which names nothing.`);
}
