// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { RawReport } from '@openderm/contract';
import { type Backend, createBackend, type Envelope, readPhoto } from './backend.ts';
import { listFormats } from './formats.ts';

/** A server in a place of its own, and its operator. */
export interface Desk {
  readonly origin: string;
  /** What `openderm` prints, e.g. `openderm('token', 'add', company)`. */
  openderm(...words: readonly string[]): Promise<string>;
  /** Whether the pictures of reports lie in the data folder, and how many lie there. */
  readonly hasPicturesInFolder: boolean;
  countPictures(): Promise<number>;
  /** Ends the server as Ctrl-C does, and starts it again. */
  restart(): Promise<void>;
}

/** Does one thing and says whether it went well, and what came of it. @throws what doing it throws */
export type Step = <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;

/** From an operator who lets a company in to a report in every format. */
export async function walkThrough(desk: Desk, step: Step): Promise<void> {
  const { openderm, origin } = desk;
  const company = await step('the operator adds a company', () =>
    openderm('company', 'add', 'Clínica Norte', '--threshold', '30'),
  );
  const token = await step('and a token, shown once', () => openderm('token', 'add', company));
  const backend = createBackend(origin, token);
  const report = await step('the backend makes a report of two photographs', () => makeReport(backend));
  for (const [format, look] of await listFormats(origin))
    await step(`reads it as ${format}`, () => look({ backend, id: report.id }));
  await step('reads it in five languages', () => readLanguages(backend, report.id));
  await step('opens its pictures by their links', () => openPictures(report));
  await step('makes one by sending a form with files', () => sendForm(backend));
  await step('sends one twice, as after a broken line, and it is made once', async () => {
    const data = (await readPhoto('actinic-keratosis-1')).toString('base64');
    return (await backend.createTwice({ images: [data], bodySite: 'forehead' })).id;
  });
  const stranger = await step('another company does not find it', () => findAsStranger(desk, report.id));
  await step('keeps them where it was told to', () => findPictures(desk));
  await step('and it is all there after a restart', async () => {
    await desk.restart();
    assert.equal((await stranger.ask('GET', report.id)).status, 404);
    return comparable(await backend.readRaw(report.id), report);
  });
  await step('erases it, and nobody finds it in any format', () => eraseReport(desk, backend, report.id));
}

async function makeReport(backend: Backend): Promise<RawReport> {
  const [close, closer, context] = await Promise.all(
    ['melanoma-1', 'melanocytic-naevus-1', 'seborrhoeic-keratosis-1'].map(async (name) => {
      const data = (await readPhoto(name)).toString('base64');
      return { contentAttachment: { data, title: `${name}.jpg` } };
    }),
  );
  const visitIdentifier = `visit-${randomUUID()}`;
  const report = await backend.create({
    payload: [close, closer],
    macroscopicMedia: context,
    bodySite: 'trunkFront',
    visitIdentifier,
    anamnesisGeneral: [{ question: 'Since when?', answer: 'For about a year' }],
    extraData: { internalCaseId: 'ABC-123' },
    subject: 'patient-0042',
  });
  assert.equal(report.visitIdentifier, visitIdentifier);
  assert.deepEqual(report.extraData, { internalCaseId: 'ABC-123' });
  assert.equal(report.result.observations.length, 2);
  return report;
}

async function readLanguages(backend: Backend, id: string): Promise<string> {
  const sites: string[] = [];
  for (const locale of ['en', 'es', 'fr', 'de', 'pt']) {
    const report = await backend.readRaw(id, `locale=${locale}`);
    assert.equal(report.locale, locale);
    sites.push(report.bodySite.name);
  }
  assert.equal(new Set(sites).size, sites.length, sites.join());
  return sites.join(', ');
}

async function openPictures(report: RawReport): Promise<string> {
  const links = JSON.stringify(report).match(/https?:[^"]+\/media\/[^"]+/g) ?? [];
  for (const link of new Set(links)) {
    const picture = await fetch(link);
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/jpeg']);
    await picture.arrayBuffer();
  }
  assert.ok(links.length > 2, 'Expected at least the photographs');
  return `${links.length} pictures`;
}

async function sendForm(backend: Backend): Promise<string> {
  const form = new FormData();
  form.append('images', new Blob([Uint8Array.from(await readPhoto('basal-cell-carcinoma-1'))]), 'one.jpg');
  form.append('bodySite', 'nose');
  const { id, result } = await backend.create(form);
  assert.equal(result.observations.length, 1);
  return id;
}

async function findPictures({ hasPicturesInFolder, countPictures }: Desk): Promise<string> {
  const pictures = await countPictures();
  assert.equal(pictures > 0, hasPicturesInFolder, `${pictures} pictures are in the data folder`);
  return hasPicturesInFolder ? `${pictures} pictures in the data folder` : 'none in the data folder';
}

async function eraseReport({ origin }: Desk, backend: Backend, id: string): Promise<string> {
  assert.equal((await backend.ask('DELETE', id)).status, 200);
  for (const [format] of await listFormats(origin))
    assert.equal((await backend.ask('GET', id, `format=${format}`)).status, 404, format);
  return 'gone';
}

async function findAsStranger({ origin, openderm }: Desk, id: string): Promise<Backend> {
  const other = await openderm('company', 'add', 'Clínica Sur');
  const stranger = createBackend(origin, await openderm('token', 'add', other));
  const answer = await stranger.ask('GET', id);
  const { errorCode } = (await answer.json()) as Envelope;
  assert.deepEqual([answer.status, errorCode], [404, 'notFound']);
  return stranger;
}

/** Links are made anew for each answer; all else is as it was. */
async function comparable(again: RawReport, report: RawReport): Promise<string> {
  const withoutLinks = (value: RawReport) =>
    JSON.parse(JSON.stringify(value, (name, each) => (name === 'url' || name === 'pdf' ? undefined : each)));
  assert.deepEqual(withoutLinks(again), withoutLinks(report));
  return 'the same to the last digit';
}
