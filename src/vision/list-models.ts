// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelManifest } from './model-manifest.ts';
import type { ModelProblem } from './model-problem.ts';
import { readManifest } from './read-model-folder.ts';

/** A folder on the shelf: its manifest, or why it has none that can be read. */
export interface ListedModel {
  /** Name of the folder, by which a model set names it. */
  readonly folder: string;
  readonly dir: string;
  readonly manifest: ModelManifest | undefined;
  readonly problems: readonly ModelProblem[];
}

/** The model folders in `modelsDir` by name; checksums are not verified, nothing is loaded. */
export async function listModels(modelsDir: string): Promise<readonly ListedModel[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(names.map((folder) => listOne(modelsDir, folder)));
}

async function listOne(modelsDir: string, folder: string): Promise<ListedModel> {
  const dir = join(modelsDir, folder);
  const parsed = await readManifest(dir);
  return parsed.problems
    ? { folder, dir, manifest: undefined, problems: parsed.problems }
    : { folder, dir, manifest: parsed.value, problems: [] };
}
