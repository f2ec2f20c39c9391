// SPDX-License-Identifier: Apache-2.0
import { PageQuestions } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, type PageVisitor } from '../fixtures/page-visitor.ts';
import { paintSkin, toJpeg } from '../fixtures/pictures.ts';
import { type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';

const fits = Compile(PageQuestions);

let desk: ReportDesk;
let jpeg: Buffer;

beforeAll(async () => {
  desk = await startReportDesk();
  jpeg = await toJpeg();
});

afterAll(() => desk.close());

async function openDone(parameters: Readonly<Record<string, string>>): Promise<PageVisitor & { id: string }> {
  const visitor = await openPage(desk, { parameters: { bodySite: 'trunkFront', ...parameters } });
  await visitor.sendPhoto(jpeg);
  const { analysis, reportId } = await visitor.analyse();
  expect(analysis).toMatchObject({ state: 'done', errorCode: null });
  return { ...visitor, id: reportId ?? '' };
}

const codesOf = ({ forms }: PageQuestions) => forms.map(({ code }) => code);
const scoresOf = async (id: string) =>
  (await desk.backend.read(id)).body.data.result.scoringSystems.map(
    ({ scoringSystem }) => scoringSystem.code,
  );

it('asks what forced scores want and no photograph shows, and adds them to the report', async () => {
  const { client, id } = await openDone({ forcedScoringSystems: 'auas,apasi' });
  const before = await scoresOf(id);
  const asked = await client.questions();
  expect([fits.Check(asked), codesOf(asked)]).toEqual([true, ['auas']]);
  expect(asked.forms[0]?.item.map(({ code }) => code)).toEqual(['pruritus']);
  expect(asked.forms[0]?.title['es_ES']).toMatch(/./);
  expect(codesOf(await client.answerQuestions({ auas: { pruritus: 2 } }))).toEqual([]);
  expect(await scoresOf(id)).toEqual([...before, 'auasLocal']);
  expect(codesOf(await client.questions())).toEqual([]);
});

it('asks patients in plain words, in every language of the page', async () => {
  const plain = (
    await (await openDone({ forcedScoringSystems: 'auas', isForPatient: '1' })).client.questions()
  ).forms;
  const clinical = (await (await openDone({ forcedScoringSystems: 'auas' })).client.questions()).forms;
  const languages = ['de_DE', 'en_GB', 'es_ES', 'fr_FR', 'pt_PT'];
  for (const { text, ...item } of [plain, clinical].flatMap(([form]) => form?.item ?? [])) {
    expect(Object.keys(text).toSorted()).toEqual(languages);
    const labels = item.type === 'choice' ? item.allowedValues.map(({ label }) => label) : [];
    expect(labels.map((label) => Object.keys(label).toSorted())).toEqual(labels.map(() => languages));
  }
  expect(plain[0]?.item[0]?.text['en_GB']).toBe('How much has it itched lately?');
  expect(clinical[0]?.item[0]?.text['en_GB']).toBe('Itch');
});

it('does no harm when the answers come twice, or at once', async () => {
  const { client, id } = await openDone({ forcedScoringSystems: 'auas' });
  const answers = { auas: { pruritus: 1 } };
  await Promise.all(Array.from({ length: 4 }, () => client.answerQuestions(answers)));
  await client.answerQuestions(answers);
  expect((await scoresOf(id)).filter((code) => code === 'auasLocal')).toHaveLength(1);
});

it.each([
  ['an answer that no scale has', { auas: { pruritus: 9 } }],
  ['a score without its answer', { auas: {} }],
  ['what the photograph shows', { auas: { pruritus: 1, wheals: 2 } }],
  ['a score that nobody asked for', { ascorad: { pruritus: 1, sleeplessness: 1 } }],
])('refuses %s and changes nothing', async (_, answers) => {
  const { client, id } = await openDone({ forcedScoringSystems: 'auas' });
  const before = await scoresOf(id);
  await expect(client.answerQuestions(answers)).rejects.toMatchObject({
    details: { deviceCode: 'invalidRequest' },
  });
  expect(await scoresOf(id)).toEqual(before);
  expect(codesOf(await client.questions())).toEqual(['auas']);
});

it('asks nothing before there is a report', async () => {
  const { client } = await openPage(desk, { parameters: { forcedScoringSystems: 'auas' } });
  expect(await client.questions()).toEqual({ forms: [] });
  await expect(client.answerQuestions({})).rejects.toMatchObject({ details: { deviceCode: 'notFound' } });
});

it('reads the photograph that was analysed, wherever the person has put it meanwhile', async () => {
  const visitor = await openPage(desk, {
    parameters: { bodySite: 'trunkFront', forcedScoringSystems: 'auas' },
  });
  const first = await visitor.sendPhoto(jpeg);
  const second = await visitor.sendPhoto(await toJpeg(paintSkin(300, 300)));
  const { reportId } = await visitor.analyse();
  await visitor.client.answer({ photoOrder: [second, first] });
  await visitor.client.answerQuestions({ auas: { pruritus: 3 } });
  expect(await scoresOf(reportId ?? '')).toContain('auasLocal');
});
