// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from 'citty';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createPaper } from '../../test/fixtures/paper.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createCompanyDesk } from '../device/manage-companies.ts';
import { createCompanyCommand } from './company.ts';

let store: Awaited<ReturnType<typeof openTemporaryStore>>;
const company = createSampleCompany();
const file = join(tmpdir(), `openderm-questions-${randomUUID()}.json`);

beforeEach(async () => {
  store = await openTemporaryStore();
  await store.companies.add(company);
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(file, { force: true });
});

async function run(...rawArgs: readonly string[]) {
  const paper = createPaper();
  const { companies } = store;
  const desk = createCompanyDesk({ companies, clock: { nowMs: () => 0 }, newId: randomUUID });
  const openCompanyDesk = async () => ({ ...desk, close: async () => undefined });
  const command = createCompanyCommand({ terminal: paper.terminal, openCompanyDesk });
  await runCommand(command, { rawArgs: [...rawArgs] });
  return paper;
}

describe('openderm company set', () => {
  it('sets everything there is to set', async () => {
    const anamnesis = [{ id: 'since', text: { en: 'Since when?', es: '¿Desde cuándo?' } }];
    await writeFile(file, JSON.stringify(anamnesis));
    await run(
      ...['set', company.id, '--name', 'Clinic North', '--locale', 'fr', '--threshold', '62.5'],
      ...['--origins', 'https://a.example, https://b.example', '--callbacks', 'https://a.example/back'],
      ...['--primary', '#0b6660', '--secondary', '#ffffff', '--font', 'Montserrat', '--anamnesis', file],
      ...['--reports-days', '365', '--images-days', '90', '--audit-days', '730'],
    );
    expect(await store.companies.find(company.id)).toEqual({
      ...company,
      name: 'Clinic North',
      locale: 'fr',
      confidenceThreshold: 0.625,
      allowedOrigins: ['https://a.example', 'https://b.example'],
      callbackUrls: ['https://a.example/back'],
      theme: { primary: '#0b6660', secondary: '#ffffff', fontFamily: 'Montserrat', logo: null },
      anamnesis,
      retention: { reportsDays: 365, imagesDays: 90, auditDays: 730 },
    });
  });

  it('takes a logo from a file, and nothing that may not be one', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    await writeFile(file, png);
    await run('set', company.id, '--logo', file);
    const logo = `data:image/png;base64,${png.toString('base64')}`;
    expect((await store.companies.find(company.id))?.theme.logo).toBe(logo);
    await writeFile(file, '<svg/>');
    await expect(run('set', company.id, '--logo', file)).rejects.toThrow('PNG, JPEG or WebP');
    await run('set', company.id, '--logo', 'none');
    expect((await store.companies.find(company.id))?.theme.logo).toBeNull();
  });

  it('takes everything back with none, and leaves the rest alone', async () => {
    await run('set', company.id, '--origins', 'https://a.example', '--font', 'Roboto', '--audit-days', '9');
    const { printed } = await run('set', company.id, '--origins', 'none', '--font', 'none', '--json');
    const retention = { ...company.retention, auditDays: 9 };
    expect(JSON.parse(printed.join('\n'))).toEqual({ ...company, retention });
    await run('set', company.id, '--audit-days', 'none', '--anamnesis', 'none', '--callbacks', 'none');
    expect(await store.companies.find(company.id)).toEqual(company);
  });

  it.each([
    ['a misspelt option', ['--origin', 'https://a.example'], 'no option --origin'],
    ['days in words', ['--reports-days', 'ten'], '--reports-days in whole days, or none'],
    ['a threshold in words', ['--threshold', 'high'], '--threshold from 0 to 100'],
    ['an origin on http', ['--origins', 'http://a.example'], 'allowed origins 1: expected https'],
    ['a colour by name', ['--primary', 'red'], 'theme primary: expected a colour like #0b6660'],
    ['an unknown language', ['--locale', 'tlh'], 'en, es, fr, de, pt'],
    ['a file that is not there', ['--anamnesis', '/no/such/file.json'], 'Cannot read /no/such/file.json'],
  ])('refuses %s and changes nothing', async (_, words, message) => {
    await expect(run('set', company.id, '--name', 'Other', ...words)).rejects.toThrow(message);
    expect(await store.companies.find(company.id)).toEqual(company);
  });

  it('refuses to change nothing', async () => {
    await expect(run('set', company.id)).rejects.toThrow('There is nothing to change.');
  });

  it.each(['not json', '{}', '[1]', '[{"id":1,"text":{}}]', '[{"id":"a","text":["b"]}]', '[{"id":"a"}]'])(
    'refuses questions like %s',
    async (text) => {
      await writeFile(file, text);
      await expect(run('set', company.id, '--anamnesis', file)).rejects.toThrow('JSON list of questions');
    },
  );
});

describe('openderm company show', () => {
  it('shows every setting, as lines and as JSON', async () => {
    await run('set', company.id, '--origins', 'https://a.example https://b.example', '--images-days', '90');
    const lines = (await run('show', company.id)).printed.join('\n');
    expect(lines).toMatch(/allowed origins +https:\/\/a\.example\n +https:\/\/b\.example/);
    expect(lines).toMatch(/threshold +30 %/);
    expect(lines).toMatch(/pictures kept +90 days/);
    const { printed } = await run('show', company.id, '--json');
    expect(JSON.parse(printed.join('\n'))).toEqual(await store.companies.find(company.id));
  });

  it('says when there is no such company', async () => {
    for (const words of [['show'], ['set', '--name', 'X']])
      await expect(run(words[0] ?? '', 'nobody', ...words.slice(1))).rejects.toThrow('no company nobody');
  });
});
