// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row of a labelled folder. */
export interface LabelledFile {
  /** Absolute. */
  readonly path: string;
  readonly label: string;
  /** Content of the column that the caller wants the figures split by. */
  readonly group?: string;
}

export interface LabelFileOptions {
  /** Folder the `file` column starts from; the label file's own folder by default. */
  readonly imagesDir?: string | undefined;
  /** Keep only rows whose `split` column says this. */
  readonly split?: string | undefined;
  /** A further column to read, e.g. one with the skin type. */
  readonly by?: string | undefined;
  /** Column with what is true of the picture; `label` by default. */
  readonly truth?: string | undefined;
}

/**
 * The rows of a labels.csv with a header and the columns `file`, `label` (or that of `truth`) and, when asked for, `split` and one more.
 * @throws Error naming the file and what is missing in it
 */
export async function readLabelFile(
  path: string,
  options: LabelFileOptions,
): Promise<readonly LabelledFile[]> {
  const rows = parseRows(await readFile(path, 'utf8'), path);
  const [first] = rows;
  if (!first) throw new Error(`${path} has no rows.`);
  const truth = options.truth ?? 'label';
  const wanted = [
    'file',
    truth,
    ...(options.split === undefined ? [] : ['split']),
    ...(options.by === undefined ? [] : [options.by]),
  ];
  const missing = wanted.filter((column) => !(column in first));
  if (missing.length > 0) {
    throw new Error(
      `${path} lacks the column ${missing.join(' and ')}; it has ${Object.keys(first).join(', ')}.`,
    );
  }
  const kept = rows.filter((row) => options.split === undefined || row['split'] === options.split);
  if (kept.length === 0)
    throw new Error(`${path} has no row with split "${options.split}"; it has ${splitsOf(rows)}.`);
  const folder = options.imagesDir ?? dirname(path);
  return kept.map((row) => ({
    path: resolve(folder, row['file'] ?? ''),
    label: row[truth] ?? '',
    ...(options.by !== undefined && { group: row[options.by] || 'not stated' }),
  }));
}

type Row = Readonly<Record<string, string>>;

function parseRows(text: string, path: string): readonly Row[] {
  try {
    return parse<Row>(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new Error(`${path} is not a CSV file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function splitsOf(rows: readonly Row[]): string {
  return [...new Set(rows.map((row) => `"${row['split']}"`))].join(', ');
}
