// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { choice } from '../scoring/items.ts';
import { pasi } from '../scoring/pasi.ts';
import { noYes } from '../scoring/scales.ts';
import { defineForm, type ScoringSystem } from '../scoring/scoring-system.ts';
import { LicensedTextsError, readLicensedTexts } from './licensed-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'openderm-texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const items = { question1: choice('item.question1', noYes) };
const owned: ScoringSystem = {
  ...pasi,
  code: 'owned',
  licence: { terms: 'scoringOnly', holder: 'Somebody', note: 'Ask them.' },
  forms: [defineForm({ identifier: 'owned', mode: 'global', items, formula: () => ({ value: 0 }) })],
};

describe('the file of licensed texts', () => {
  it('is read where one is named', async () => {
    const texts = { owned: { en: { item: { question1: { text: 'Does it itch?' } } } } };
    const path = write('good.json', JSON.stringify(texts));
    expect(await readLicensedTexts(path, [owned])).toEqual(texts);
  });

  it('may be none', async () => {
    expect(await readLicensedTexts(null, [owned])).toEqual({});
  });

  it('must be there', async () => {
    const path = join(folder, 'missing.json');
    await expect(readLicensedTexts(path, [owned])).rejects.toThrow(
      /missing\.json .*\n.*cannot be read \(ENOENT\)/,
    );
  });

  it('must be JSON', async () => {
    await expect(readLicensedTexts(write('bad.json', '{'), [owned])).rejects.toThrow(/the file is no JSON/);
  });

  it('is refused with all its problems, one a line, and the setting to change', async () => {
    const path = write('wrong.json', JSON.stringify({ other: {}, owned: { it: {}, en: { item: {} } } }));
    const failure: unknown = await readLicensedTexts(path, [owned]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LicensedTextsError);
    const { message, problems } = failure as LicensedTextsError;
    expect(message.split('\n')).toEqual([
      `The licensed texts in ${path} (OPENDERM_LICENSED_TEXTS) cannot be used:`,
      ...problems.map((problem) => `  ${problem}`),
    ]);
    expect(problems).toEqual([
      'other: no such scoring system; those that take texts: owned',
      'owned.it: expected a language of en, es, fr, de',
      'owned.en.item.question1: missing',
    ]);
  });
});
