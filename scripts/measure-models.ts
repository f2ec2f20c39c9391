// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measurement, measurements } from './measurements.ts';

/*
 * Measures the shipped models on held-out pictures, and keeps the figures beside them:
 * `node scripts/measure-models.ts --data DIR --held-out DIR [--only NAME ...]`; docs/reference/model-performance.md has the whole sequence.
 */
const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    'held-out': { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});

const { data, 'held-out': heldOut, only } = options;
if (data === undefined || heldOut === undefined) throw new Error('--data and --held-out are needed');

interface Evaluated {
  readonly subject: Readonly<Record<string, unknown>>;
  readonly unreadable: readonly unknown[];
}

/** Where the pictures lay and what they were called stays on the machine that measured. */
function withoutPaths(evaluation: Evaluated, set: string) {
  const { subject, unreadable, ...figures } = evaluation;
  return { subject: { ...subject, labels: set }, ...figures, unreadable: unreadable.length };
}

function evaluate(
  { set, part, words }: Measurement,
  folders: { data: string; heldOut: string; out: string },
) {
  const labels = join(folders.heldOut, part === 'maps' ? `${set}-maps.csv` : `${set}.csv`);
  const where = ['--labels', labels, '--images', join(folders.data, set), '--split', 'test'];
  const command = [join(root, 'src/cli/openderm.ts'), 'eval', ...where, '--out', folders.out, ...words];
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The command ends with 1 where single pictures could not be read; the figures say how many.
  if (status !== 0 && status !== 1) throw new Error(`openderm eval ended with ${status}`);
  return JSON.parse(readFileSync(folders.out, 'utf8')) as Evaluated;
}

const scratch = mkdtempSync(join(tmpdir(), 'openderm-measure-'));
try {
  for (const measurement of measurements) {
    const { name, model, set } = measurement;
    if (only !== undefined && !only.includes(name)) continue;
    const evaluation = evaluate(measurement, { data, heldOut, out: join(scratch, `${name}.json`) });
    const kept = { measuredOn: new Date().toISOString().slice(0, 10), ...withoutPaths(evaluation, set) };
    writeFileSync(join(root, 'models', model, `metrics-${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
