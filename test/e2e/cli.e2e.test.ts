// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../fixtures/run-command.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const photo = (name: string) => join(project, 'examples/photos', name);
const escapeCode = String.fromCharCode(27);

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Loading the models is most of it, and several commands do it in one test. */
describe('the openderm command', { timeout: 900_000 }, () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openderm-cli-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function openderm(...words: readonly string[]): Promise<Outcome> {
    const args = [join(project, 'src/cli/openderm.ts'), ...words];
    const env = { OPENDERM_DATA_DIR: join(folder, 'data'), OPENDERM_WORKERS: '1' };
    const { status, stdout, stderr } = await runCommand(process.execPath, args, { env });
    return { code: status, out: stdout, err: stderr };
  }

  it('explains itself, in plain text where nobody watches', async () => {
    const { code, out } = await openderm('--help');
    expect(code).toBe(0);
    for (const command of ['analyze', 'models', 'eval', 'severity', 'user', 'analyses'])
      expect(out).toContain(command);
    expect(out).not.toContain(escapeCode);
  });

  it('prints five ranked conditions, quality, indicators, models and what it is not', async () => {
    const { code, out, err } = await openderm('analyze', photo('melanoma-1.jpg'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').filter((line) => /^ {2}[1-5] {2}\S.* %/.test(line))).toHaveLength(5);
    for (const words of ['quality', 'Malignant', 'condition-default', 'Decision support only'])
      expect(out).toContain(words);
    expect(out).not.toContain(escapeCode);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('prints the answer of the API, and draws heat maps', async () => {
    const maps = join(folder, 'maps');
    const words = [
      'analyze',
      '--json',
      '--heatmaps',
      maps,
      photo('melanoma-1.jpg'),
      photo('melanocytic-naevus-1.jpg'),
    ];
    const { code, out } = await openderm(...words);
    expect(code).toBe(0);
    const answer: unknown = JSON.parse(out);
    expect(answer).toMatchObject({ resourceType: 'DiagnosticReport', status: 'preliminary' });
    expect(answer).toHaveProperty('imagingAnalysis.length', 2);
    const names = await readdir(maps);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) {
      expect(name).toMatch(/^(melanoma-1|melanocytic-naevus-1)-[1-5]-[a-zA-Z]+\.jpg$/);
      expect([...(await readFile(join(maps, name))).subarray(0, 2)]).toEqual([0xff, 0xd8]);
    }
  });

  it('names what it cannot read, reads the rest, and ends with 1', async () => {
    const text = join(folder, 'notes.jpg');
    await writeFile(text, 'not a picture');
    const { code, out, err } = await openderm(
      'analyze',
      text,
      join(folder, 'absent.jpg'),
      photo('melanoma-1.jpg'),
    );
    expect(code).toBe(1);
    expect(err).toContain('notes.jpg: The bytes are not a JPEG, PNG, WebP or AVIF picture.');
    expect(err).toContain('absent.jpg: no such file');
    expect(out).toContain('melanoma-1.jpg');
  });

  it('checks a model folder in words', async () => {
    const good = await openderm('models', 'check', join(project, 'models/condition-default'));
    expect(good).toMatchObject({ code: 0, err: '' });
    const bad = await openderm('models', 'check', folder);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('model.json');
  });

  it('measures accuracy on a labelled folder', async () => {
    const out = join(folder, 'figures.json');
    const { code } = await openderm(
      'eval',
      '--labels',
      join(project, 'examples/photos/labels.csv'),
      '--out',
      out,
    );
    expect(code).toBe(0);
    const figures: unknown = JSON.parse(await readFile(out, 'utf8'));
    expect(figures).toHaveProperty('conditions.amongClasses.balancedAccuracy.value', expect.any(Number));
    expect(figures).toHaveProperty('images.notSkinRecognised.n', 1);
  });

  it('measures what happens to answers when photographs are compressed, turned, dimmed and cropped', async () => {
    const out = join(folder, 'robustness.json');
    const labels = join(project, 'examples/photos/labels.csv');
    const { code, out: printed } = await openderm(
      'eval',
      '--task',
      'robustness',
      '--labels',
      labels,
      '--out',
      out,
    );
    expect(code).toBe(0);
    expect(printed).toContain('JPEG quality 40');
    expect(printed.split('\n').filter((line) => line.length > 80 && !line.includes(labels))).toEqual([]);
    const figures = JSON.parse(await readFile(out, 'utf8')) as {
      n: number;
      notSkin: number;
      rows: { sameFirst: { n: number; value: number } }[];
    };
    expect(figures).toMatchObject({ n: 8, notSkin: 1 });
    expect(figures.rows).toHaveLength(16);
    expect(figures.rows.map(({ sameFirst }) => sameFirst.n)).toEqual(Array(16).fill(8));
    expect(figures.rows[0]?.sameFirst.value).toBeGreaterThanOrEqual(0.75);
  });

  it('explains a mistake in one line, without a stack', async () => {
    const { code, err } = await openderm('analyze', '--jsn', photo('melanoma-1.jpg'));
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('There is no option --jsn here')]);
  });
});
