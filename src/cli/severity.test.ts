// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from 'citty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPaper } from '../../test/fixtures/paper.ts';
import { openClinic } from '../build/open-clinic.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { createSeverityCommand } from './severity.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-severity-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Keyboard {
  /** Standard input. */
  readonly input?: string;
  /** What a person types, line by line; then Ctrl-D. */
  readonly typed?: readonly string[];
  readonly widthColumns?: number;
}

async function run(words: readonly string[], { input = '', typed, widthColumns }: Keyboard = {}) {
  const paper = createPaper(widthColumns);
  const failures: string[] = [];
  const lines = [...(typed ?? [])];
  const command = createSeverityCommand({
    terminal: paper.terminal,
    openClinic: (locale) => openClinic({ licensedTexts: null }, locale),
    openQuestioner: () =>
      typed === undefined ? undefined : { ask: async () => lines.shift() ?? null, close: () => undefined },
    readInput: async () => input,
    noteFailure: () => void failures.push('failed'),
  });
  await runCommand(command, { rawArgs: [...words] });
  const [shown, said] = [paper.printed.join('\n'), paper.remarked.join('\n')];
  return { shown, said, hasFailed: failures.length > 0, left: lines };
}

const trunk = ['--item', 'area=3', '--item', 'erythema=3', '--item=induration=2', '--item', 'desquamation=2'];

describe('openderm severity, with answers given', () => {
  it('prints score, category, the bands of the site, answers in words, source and licence', async () => {
    const { shown, hasFailed } = await run(['pasi', '--site', 'trunkFront', ...trunk]);
    expect(hasFailed).toBe(false);
    expect(shown).toMatch(/6\.3 {2}Severe/);
    expect(shown).toMatch(/▶ ██ Severe +≥ 4\.5, ≤ 21\.6/);
    expect(shown).toMatch(/Affected area +3 +30 to 49 %/);
    for (const part of ['Fredriksson', 'responses to treatment', 'Decision support only'])
      expect(shown).toContain(part);
  });

  it('speaks the language asked for', async () => {
    const { shown } = await run(['pasi', '--site', 'trunkFront', '--locale', 'es', ...trunk]);
    expect(shown).toMatch(/Eritema +3 +Marcado/);
    expect(shown).toContain('Solo apoyo a la decisión');
  });

  it('takes regions by dotted names, and the form from the names', async () => {
    const regions = ['headNeck', 'upperLimbs', 'trunk', 'lowerLimbs'];
    const signs = ['surface', 'erythema', 'induration', 'desquamation'];
    const items = regions.flatMap((region) => signs.flatMap((sign) => ['--item', `${region}.${sign}=1`]));
    const { shown } = await run(['pasi', '--json', ...items]);
    expect(JSON.parse(shown)).toMatchObject({ form: 'pasi', value: 3, band: { code: 'mild' } });
  });

  it('reads a file, or standard input, and lets --item take the place of what stands there', async () => {
    const answers = JSON.stringify({ surface: 3, erythema: 0, induration: 2, desquamation: 2 });
    const file = join(folder, 'answers.json');
    await writeFile(file, answers);
    const rest = ['--site', 'trunkFront', '--item', 'erythema=3', '--json'];
    const fromFile = await run(['pasi', '--items', file, ...rest]);
    const fromInput = await run(['pasi', '-', ...rest], { input: answers });
    expect(JSON.parse(fromFile.shown)).toMatchObject({ value: 6.3 });
    expect(fromInput.shown).toBe(fromFile.shown);
  });

  it('names every fault at once, with what is allowed', async () => {
    const words = [
      'pasi',
      '--site',
      'armleft',
      '--item',
      'area=9',
      '--item',
      'erythema=x',
      '--item',
      'induraton=1',
    ];
    const { shown, said, hasFailed } = await run(words);
    expect({ shown, hasFailed }).toEqual({ shown: '', hasFailed: true });
    const lines = said.split('\n');
    expect(lines).toHaveLength(6);
    expect(said).toContain('--site armleft: is not allowed; allowed: armLeft');
    expect(said).toContain('area: 9 is not allowed; allowed: 0 None, 1 Under 10 %');
    expect(said).toContain('erythema: "x" is not allowed; allowed: 0 None');
    expect(said).toContain('desquamation: is missing; allowed: 0 None');
    expect(said).toContain('induraton: there is no such item; known: induration');
  });

  it('asks for nothing where nobody sits at the keyboard', async () => {
    const { said, hasFailed } = await run(['wiNrs']);
    expect({ said, hasFailed }).toEqual({
      said: 'x worstItch: is missing; allowed: 0-10 (steps of 0.1)',
      hasFailed: true,
    });
  });

  it.each([
    ['an unknown system', ['pasy'], 'There is no scoring system pasy. Nearest: pasi.'],
    ['an unknown form', ['pasi', '--form', 'x'], 'pasi has no form x; there are pasiLocal, pasi.'],
    ['an unknown language', ['pasi', '--locale', 'xx'], 'there are en, es, fr, de'],
    ['an unknown option', ['pasi', '--itme', 'a=1'], '--itme'],
    ['a word too many', ['pasi', 'now'], 'one word too many: now'],
    ['an item without a value', ['pasi', '--item', 'erythema'], 'expected name=value'],
    ['an item given twice', ['pasi', '--item', 'a=1', '--item', 'a=2'], '--item a is given twice.'],
    ['a number with parts', ['pasi', '--item', 'a=1', '--item', 'a.b=2'], 'a is already a number'],
    ['an absent file', ['pasi', '--items', '/nowhere.json'], '/nowhere.json: no such file.'],
    ['two sources', ['pasi', '-', '--items', 'x.json'], 'not from both'],
    ['no JSON', ['pasi', '-'], 'standard input: no JSON.'],
  ])('refuses %s', async (_, words, message) => {
    await expect(run(words)).rejects.toThrow(message);
  });

  it('refuses JSON that is no object', async () => {
    await expect(run(['pasi', '-'], { input: '[1]' })).rejects.toThrow('expected an object of answers');
  });

  it.each(scoringSystems.map(({ code, example }) => ({ code, example })))(
    'scores the worked example of $code, in 80 columns',
    async ({ code, example }) => {
      const input = JSON.stringify(example.answers);
      const words = [code, '-', '--form', example.form, '--site', example.site ?? 'armLeft'];
      const json = await run([...words, '--json'], { input });
      expect(JSON.parse(json.shown)).toMatchObject({ value: example.value });
      for (const locale of ['en', 'es', 'fr', 'de']) {
        const { shown } = await run([...words, '--locale', locale], { input });
        expect(shown).not.toContain('undefined');
        expect(shown.split('\n').filter((line) => line.length > 80)).toEqual([]);
      }
    },
  );
});

describe('openderm severity, asking', () => {
  it('asks form, site and items one by one, and again where an answer is not allowed', async () => {
    const typed = ['x', '1', 'trunkfront', 'trunkFront', '3', '9', '3', '2', '2'];
    const { shown, said, left } = await run(['pasi'], { typed });
    expect(left).toEqual([]);
    expect(shown).toMatch(/6\.3 {2}Severe/);
    expect(said).toMatch(/^1\/4 +Affected area$/m);
    expect(said).toContain('    3  Marked');
    expect(said).toContain('Please answer with one of these: 1-2');
    expect(said).toContain('Please answer with one of these: trunkFront');
    expect(said).toContain('Please answer with one of these: 0 None, 1 Slight');
  });

  it('takes a decimal comma, and shows the range of a number', async () => {
    const { shown, said } = await run(['bsa', '--locale', 'de'], { typed: ['10,1'] });
    expect(said).toContain('0-100');
    expect(shown).toContain('10.1');
  });

  it('ends without a score when the person does', async () => {
    const { shown, said, hasFailed } = await run(['pasi', '--form', 'pasi'], { typed: ['1', '1'] });
    expect({ shown, hasFailed }).toEqual({ shown: '', hasFailed: true });
    expect(said).toContain('Ended; nothing was scored.');
  });
});

describe('openderm severity alone', () => {
  it('lists every system with its title', async () => {
    const { shown } = await run([]);
    const json: unknown = JSON.parse((await run(['--json', '--locale', 'fr'])).shown);
    for (const { code } of scoringSystems) expect(shown).toMatch(new RegExp(`^${code} `, 'm'));
    expect(json).toHaveLength(scoringSystems.length);
  });
});
