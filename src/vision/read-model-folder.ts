// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelLabel, parseLabels } from './model-labels.ts';
import { type ModelManifest, type Parsed, parseManifest } from './model-manifest.ts';
import type { ModelProblem } from './model-problem.ts';

/** A model as it lies on the shelf: read, its checksums verified, not yet loaded. */
export interface ModelFolder {
  readonly dir: string;
  readonly manifest: ModelManifest;
  readonly labels: readonly ModelLabel[];
  /** The ONNX file, whose SHA-256 is `manifest.sha256[manifest.file]`. */
  readonly weights: Uint8Array;
}

/** 1 GiB: more than one worker may hold; a text file of more than 4 MiB is a mistake. */
const maxWeightsBytes = 2 ** 30;
const maxTextBytes = 4 * 2 ** 20;

type ReadFile = { readonly bytes: Uint8Array } | { readonly problem: ModelProblem };

/** The bytes of a plain file of the folder; links are refused, because they may lead out of it. */
async function readPlainFile(dir: string, file: string, maxBytes: number): Promise<ReadFile> {
  const fail = (message: string): ReadFile => ({ problem: { file, key: '', message } });
  const path = join(dir, file);
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) return fail('does not exist');
  if (stats.isSymbolicLink()) return fail('is a symbolic link; copy the file itself');
  if (!stats.isFile()) return fail('is not a file');
  if (stats.size > maxBytes) return fail(`has ${stats.size} bytes; at most ${maxBytes} are read`);
  return { bytes: await readFile(path) };
}

function parseJson(file: string, bytes: Uint8Array): Parsed<unknown> {
  try {
    return { value: JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown };
  } catch (error) {
    return { problems: [{ file, key: '', message: `is not JSON: ${String(error)}` }] };
  }
}

/** `model.json` alone, parsed; checksums are not looked at. */
export async function readManifest(dir: string): Promise<Parsed<ModelManifest>> {
  const read = await readPlainFile(dir, 'model.json', maxTextBytes);
  if ('problem' in read) return { problems: [read.problem] };
  const json = parseJson('model.json', read.bytes);
  return json.problems ? json : parseManifest(json.value);
}

async function readListedFile(dir: string, manifest: ModelManifest, file: string): Promise<ReadFile> {
  const read = await readPlainFile(dir, file, file === manifest.file ? maxWeightsBytes : maxTextBytes);
  if ('problem' in read) return read;
  const found = createHash('sha256').update(read.bytes).digest('hex');
  const listed = manifest.sha256[file];
  if (found === listed) return read;
  return { problem: { file, key: '', message: `has SHA-256 ${found}, but model.json says ${listed}` } };
}

/** Names of `sha256` that are no plain file names: `../x`, `/etc/x`, `a/b`. */
function findStrayNames(manifest: ModelManifest): ModelProblem[] {
  return Object.keys(manifest.sha256)
    .filter((name) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    .map((name) => ({ file: 'model.json', key: `sha256.${name}`, message: 'is not a plain file name' }));
}

/** Reads a model folder and verifies the checksum of every file; gives all problems found so far at once. */
export async function readModelFolder(dir: string): Promise<Parsed<ModelFolder>> {
  const parsed = await readManifest(dir);
  if (parsed.problems) return parsed;
  const manifest = parsed.value;
  const stray = findStrayNames(manifest);
  if (stray.length > 0) return { problems: stray };
  const names = Object.keys(manifest.sha256);
  const reads = await Promise.all(names.map((name) => readListedFile(dir, manifest, name)));
  const problems = reads.flatMap((read) => ('problem' in read ? [read.problem] : []));
  if (problems.length > 0) return { problems };
  const bytesOf = (name: string): Uint8Array => {
    const read = reads[names.indexOf(name)];
    return read && 'bytes' in read ? read.bytes : new Uint8Array();
  };
  const json = parseJson(manifest.labels, bytesOf(manifest.labels));
  if (json.problems) return json;
  const labels = parseLabels(json.value, manifest);
  if (labels.problems) return labels;
  return { value: { dir, manifest, labels: labels.value, weights: bytesOf(manifest.file) } };
}
