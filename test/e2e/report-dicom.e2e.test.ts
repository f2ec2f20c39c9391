// SPDX-License-Identifier: Apache-2.0
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDicom, findDciodvfy, readDicom, readFrame } from '../fixtures/check-dicom.ts';
import { canRun } from '../fixtures/guards.ts';
import { paintSkin } from '../fixtures/pictures.ts';
import { readParts } from '../fixtures/read-parts.ts';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

const fetchDicom = (id: string) => desk.backend.send('GET', `${reportsPath}/${id}?format=dicom`);

async function bytesOf(answer: Response): Promise<Buffer> {
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('a report as DICOM', () => {
  it('is one file for one photograph, and the same each time', async () => {
    const { id } = await desk.create();
    const answer = await fetchDicom(id);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/dicom',
      'content-disposition': 'attachment; filename="photograph.dcm"',
      'cache-control': 'no-store',
    });
    const file = await bytesOf(answer);
    expect(file.equals(await bytesOf(await fetchDicom(id)))).toBe(true);
    const dataSet = readDicom(file);
    expect([dataSet.string('x00080060'), dataSet.string('x00100010')]).toEqual(['XC', 'Anonymous^']);
  });

  it('is a file for each photograph where there are several, in parts of one answer', async () => {
    const made = await desk.create({
      images: [desk.photograph, desk.photograph, desk.photograph],
      macroscopicMedia: desk.photograph,
    });
    const answer = await fetchDicom(made.id);
    expect(answer.headers.get('content-type')).toMatch(
      /^multipart\/related; type="application\/dicom"; boundary=[\w-]{1,70}$/,
    );
    const again = await bytesOf(await fetchDicom(made.id));
    const body = await bytesOf(answer);
    expect(body.equals(again)).toBe(true);
    const parts = readParts(body, answer.headers.get('content-type') ?? '');
    expect(parts.map(({ headers }) => headers)).toEqual(Array(4).fill('content-type: application/dicom'));
    const instances = parts.map(({ bytes }) => readDicom(bytes).string('x00080018'));
    expect(new Set(instances).size).toBe(4);
  });

  it('holds what the links of the report lead to', async () => {
    const made = await desk.create({
      images: [(await paintSkin(401, 299).jpeg().toBuffer()).toString('base64')],
    });
    const file = await bytesOf(await fetchDicom(made.id));
    const linked = await desk.follow(made.result.observations[0]?.media.url);
    const jpeg = Buffer.from(await linked.arrayBuffer());
    expect(Buffer.from(readFrame(file)).subarray(0, jpeg.length).equals(jpeg)).toBe(true);
  });

  it('is not found when its pictures are no longer kept, while the report is', async () => {
    const { id } = await desk.create();
    const [newest] = await desk.tiny.server.device.store.reports.list(desk.backend.company.id, 1);
    const folders = await readdir(desk.tiny.dataDir, { recursive: true });
    const own = folders.filter((path) => path.endsWith(newest?.id ?? '?'));
    expect(own).toHaveLength(1);
    await rm(join(desk.tiny.dataDir, own[0] ?? '?'), { recursive: true });
    const answer = await fetchDicom(id);
    expect([answer.status, await answer.json()]).toMatchObject([404, { errorCode: 'notFound' }]);
    expect((await desk.backend.read(id)).status).toBe(200);
  });
});

const dermoscope = {
  manufacturer: 'Lupenwerk',
  modelName: 'D-4',
  serialNumber: '00-17',
  softwareVersion: '2.1',
  hasRecognizableFeatures: false,
};
const dermoscopicImage = '1.2.840.10008.5.1.4.1.1.77.1.7';

describe('a report of photographs through a dermoscope', () => {
  it('says so as DICOM when the integrator has said what it was, in a document or in a form', async () => {
    const form = new FormData();
    form.append('images', new Blob([Buffer.from(desk.photograph, 'base64')]), 'one.jpg');
    form.append('bodySite', 'trunkFront');
    form.append('dermoscope', JSON.stringify(dermoscope));
    const sent = await fetch(`${desk.tiny.origin}${reportsPath}`, {
      method: 'POST',
      headers: { 'x-api-token': desk.backend.token },
      body: form,
    });
    expect(sent.status).toBe(200);
    const { data } = (await sent.json()) as { data: { id: string } };
    for (const { id } of [data, await desk.create({ dermoscope })]) {
      const dataSet = readDicom(await bytesOf(await fetchDicom(id)));
      expect(dataSet.string('x00080016')).toBe(dermoscopicImage);
      expect([dataSet.string('x00181000'), dataSet.string('x00280302')]).toEqual(['00-17', 'NO']);
    }
    const without = readDicom(await bytesOf(await fetchDicom((await desk.create({ dermoscope: null })).id)));
    expect(without.string('x00080016')).not.toBe(dermoscopicImage);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'nothing',
      {},
      ['manufacturer', 'modelName', 'serialNumber', 'softwareVersion', 'hasRecognizableFeatures'],
    ],
    ['a text that would be two', { ...dermoscope, modelName: 'D\\4' }, ['modelName']],
    ['a text of blanks', { ...dermoscope, manufacturer: '  ' }, ['manufacturer']],
    ['a long text', { ...dermoscope, serialNumber: '7'.repeat(65) }, ['serialNumber']],
    ['a control character', { ...dermoscope, softwareVersion: '2\u00001' }, ['softwareVersion']],
    ['an unknown word', { ...dermoscope, polarization: 'half' }, ['polarization']],
    ['no magnification', { ...dermoscope, magnification: 0 }, ['magnification']],
    [
      'a medium without contact',
      { ...dermoscope, contactMethod: 'nonContact', immersionMedia: ['water'] },
      ['immersionMedia'],
    ],
  ])('is refused with %s, and the faults are named', async (_, sent, fields) => {
    const body = { bodySite: 'trunkFront', images: [desk.photograph], dermoscope: sent };
    const answer = await desk.backend.create(body);
    expect([answer.status, answer.body.errorCode]).toEqual([422, 'invalidRequest']);
    for (const field of fields) expect(answer.body.message).toContain(`dermoscope.${field}: `);
  });
});

describe.runIf(canRun('dicom3tools', findDciodvfy().missing))('dciodvfy', () => {
  it.each([
    ['grey', (picture: Sharp) => picture.greyscale().toColourspace('b-w').jpeg()],
    ['transparent', (picture: Sharp) => picture.ensureAlpha(0.5).png()],
    ['of 16 bits', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['for printing', (picture: Sharp) => picture.toColourspace('cmyk').jpeg()],
    ['progressive', (picture: Sharp) => picture.jpeg({ progressive: true })],
  ])('finds no error in a photograph that came %s', async (_, save) => {
    const sent = await save(paintSkin(320, 240)).toBuffer();
    const { id } = await desk.create({
      images: [sent.toString('base64')],
      macroscopicMedia: desk.photograph,
    });
    const answer = await fetchDicom(id);
    const parts = readParts(await bytesOf(answer), answer.headers.get('content-type') ?? '');
    expect(parts).toHaveLength(2);
    for (const { bytes } of parts) {
      expect(checkDicom(bytes)).toMatchObject({ kind: 'VLPhotographicImage', errors: [] });
      const { channels, depth, isProgressive } = await sharp(readFrame(bytes)).metadata();
      expect([channels, depth, isProgressive]).toEqual([3, 'uchar', false]);
    }
  });
});
