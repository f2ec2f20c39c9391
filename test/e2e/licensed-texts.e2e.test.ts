// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QuestionnairesResponse, SeverityAssessmentManualResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* Sentences of our own stand in for those that an operator would license. */
const answers = { '0': 'Not once', '1': 'Once', '2': 'Twice', '3': 'Often', '4': 'All the time' };
const texts = {
  adct: {
    en: {
      title: 'A questionnaire as its owner calls it',
      item: Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((number) => [`question${number}`, { text: `Sentence ${number}?`, answers }]),
      ),
    },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'openderm-licensed-'));
const path = join(folder, 'texts.json');
let tiny: TinyServer;
beforeAll(async () => {
  writeFileSync(path, JSON.stringify(texts));
  tiny = await startTinyServer({ OPENDERM_LICENSED_TEXTS: path });
});
afterAll(async () => {
  await tiny?.close();
  rmSync(folder, { recursive: true });
});

async function find(code: string): Promise<QuestionnairesResponse[number]> {
  const answer = await fetch(`${tiny.baseUrl}/questionnaires?code=${code}`);
  const [questionnaire] = (await answer.json()) as QuestionnairesResponse;
  if (questionnaire === undefined) throw new Error(`there is no ${code}`);
  return questionnaire;
}

describe('the operator’s licensed wording', () => {
  it('stands in the questionnaire, in its language', async () => {
    const { title, item, licence } = await find('adct');
    expect(title).toMatchObject({ en_GB: texts.adct.en.title, de_DE: expect.stringContaining('ADCT') });
    expect(item[1]).toMatchObject({
      code: 'question2',
      text: { en_GB: 'Sentence 2?', fr_FR: 'Question 2' },
      allowedValues: [
        { value: 0, label: { en_GB: 'Not once', fr_FR: '0' } },
        { value: 1 },
        { value: 2 },
        { value: 3 },
        { value: 4 },
      ],
    });
    expect(licence).toMatchObject({ terms: 'scoringOnly', textLoaded: true, textLocales: ['en_GB'] });
  });

  it('does not stand in others', async () => {
    const { item, licence } = await find('aect');
    expect(item[0]?.text['en_GB']).toBe('Question 1');
    expect(licence).toMatchObject({ textLoaded: false, textLocales: [] });
  });

  it('stands in the answer to who filled it in', async () => {
    const { example } = await find('adct');
    const answer = await fetch(`${tiny.baseUrl}/severity-assessment/manual`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tiny.logIn()}`, 'content-type': 'application/json' },
      body: JSON.stringify(example),
    });
    const { patientEvolution } = (await answer.json()) as SeverityAssessmentManualResponse;
    expect(patientEvolution['adct']?.item?.['question1']).toMatchObject({
      code: { text: 'Sentence 1?' },
      interpretation: expect.stringMatching(/^(Not once|Once|Twice|Often|All the time)$/),
    });
  });

  it('keeps the server from starting when it is not whole', async () => {
    const half = join(folder, 'half.json');
    writeFileSync(half, JSON.stringify({ adct: { en: { item: { question1: { text: 'Sentence 1?' } } } } }));
    await expect(startTinyServer({ OPENDERM_LICENSED_TEXTS: half })).rejects.toThrow(
      /half\.json \(OPENDERM_LICENSED_TEXTS\) cannot be used:\n {2}adct\.en\.item\.question2: missing\n/,
    );
  });
});
