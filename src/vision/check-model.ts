// SPDX-License-Identifier: Apache-2.0
import { tryLoadModel } from './load-model.ts';
import type { ModelProblem } from './model-problem.ts';

/**
 * Everything wrong with the model in `dir`, each naming the file and the key; empty for a model that can serve.
 * Loads and runs the net once, on this thread.
 */
export async function checkModel(dir: string): Promise<readonly ModelProblem[]> {
  const loaded = await tryLoadModel(dir);
  if (loaded.problems) return loaded.problems;
  await loaded.value.session.close();
  return [];
}
