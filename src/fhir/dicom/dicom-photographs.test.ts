// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { type Dermoscope, immersionMedia } from '@openderm/contract';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkDicom, findDciodvfy, readDicom, readFrame } from '../../../test/fixtures/check-dicom.ts';
import { canRun } from '../../../test/fixtures/guards.ts';
import { createKeptReport } from '../../../test/fixtures/kept-report.ts';
import { paintSkin, toJpeg } from '../../../test/fixtures/pictures.ts';
import { bodySites } from '../../catalogue/body-sites.ts';
import type { ReportRecord } from '../../record/report-record.ts';
import { listDicomPhotographs } from './dicom-photographs.ts';

const companyId = randomUUID();
const jpeg = await toJpeg(paintSkin(64, 48));

/** The report's pictures as they are: 64 × 48. */
function withRealSize(record: ReportRecord): ReportRecord {
  const size = { widthPx: 64, heightPx: 48, bytes: jpeg.length };
  const { contextImage } = record;
  return {
    ...record,
    images: record.images.map((media) => ({ ...media, ...size })),
    contextImage: contextImage && { ...contextImage, ...size },
  };
}

const writeAll = (record: ReportRecord) =>
  Promise.all(listDicomPhotographs(withRealSize(record), bodySites).map(({ write }) => write(jpeg)));

const tags = {
  instance: 'x00080018',
  study: 'x0020000d',
  series: 'x0020000e',
  number: 'x00200013',
  patient: 'x00100020',
};

function namesOf(file: Uint8Array): Readonly<Record<keyof typeof tags, string | undefined>> {
  const dataSet = readDicom(file);
  const entries = Object.entries(tags).map(([name, tag]) => [name, dataSet.string(tag)]);
  return Object.fromEntries(entries);
}

describe('photographs as DICOM objects', () => {
  it('hold the photograph as it is kept, and no other picture', async () => {
    const files = await writeAll(createKeptReport({ companyId, imageCount: 2 }));
    expect(files).toHaveLength(3);
    for (const file of files) {
      const frame = Buffer.from(readFrame(file)).subarray(0, jpeg.length);
      expect(frame.equals(jpeg)).toBe(true);
      const dataSet = readDicom(file);
      const size = [dataSet.uint16('x00280011'), dataSet.uint16('x00280010'), dataSet.uint16('x00280002')];
      const { width, height, channels } = await sharp(frame).metadata();
      expect(size).toEqual([width, height, channels]);
    }
  });

  it('are the same bytes each time, and each has a name of its own', async () => {
    const record = createKeptReport({ companyId, imageCount: 2 });
    const [files, again] = [await writeAll(record), await writeAll(record)];
    expect(again.map((file) => Buffer.from(file).toString('hex'))).toEqual(
      files.map((file) => Buffer.from(file).toString('hex')),
    );
    const names = files.map(namesOf);
    expect(names.map(({ number }) => number)).toEqual(['1', '2', '1']);
    expect(new Set(names.map(({ study }) => study)).size).toBe(1);
    expect(new Set(names.map(({ series }) => series)).size).toBe(2);
    expect(new Set(names.map(({ instance }) => instance)).size).toBe(3);
    for (const { study, series, instance } of names)
      for (const uid of [study, series, instance]) {
        // The largest UUID is 39 digits; a leading zero is not allowed. @source DICOM PS3.5, B.2
        expect(uid).toMatch(/^2\.25\.[1-9]\d{35,38}$/);
      }
  });

  it('name one patient by nobody’s name: the same for the same subject, another for each report without', async () => {
    const patientOf = async (changes: Partial<ReportRecord>) => {
      const [file = new Uint8Array()] = await writeAll(createKeptReport({ companyId, ...changes }));
      return namesOf(file).patient;
    };
    const subjectHash = 'a'.repeat(64);
    expect(await patientOf({ subjectHash })).toBe(await patientOf({ subjectHash }));
    expect(await patientOf({})).not.toBe(await patientOf({}));
    expect(await patientOf({ subjectHash })).not.toContain(subjectHash.slice(0, 8));
  });

  it('tell nothing of ids, of the visit, of answers, of what was found', async () => {
    const record = createKeptReport({ companyId, subjectHash: 'b'.repeat(64) });
    const [file = new Uint8Array()] = await writeAll(record);
    const text = Buffer.from(file).toString('latin1');
    const secrets = [
      record.id,
      record.companyId,
      record.images[0]?.id,
      record.visitIdentifier,
      'White patches',
    ];
    for (const secret of [...secrets, record.subjectHash, 'ABC-123', 'itiligo', 'b'.repeat(8)])
      expect(text).not.toContain(secret);
  });
});

describe.runIf(canRun('dicom3tools', findDciodvfy().missing))('dciodvfy', () => {
  const photographed = bodySites.filter(({ acceptedAsInput }) => acceptedAsInput);
  /** What cannot be known, or is ours: see photograph-dataset.ts. */
  const expected = /<99OPENDERM>|attribute <Laterality>/;

  it('finds no error in a photograph of any site', { timeout: 120_000 }, async () => {
    expect(photographed.length).toBeGreaterThan(60);
    for (const { code } of photographed) {
      const files = await writeAll(createKeptReport({ companyId, bodySite: code, imageCount: 1 }));
      for (const file of files) {
        const { kind, errors, warnings } = checkDicom(file);
        expect([code, kind, errors]).toEqual([code, 'VLPhotographicImage', []]);
        expect(warnings.filter((warning) => !expected.test(warning))).toEqual([]);
      }
    }
  });

  const dermoscope: Dermoscope = {
    manufacturer: 'Lupenwerk Müller & Söhne',
    modelName: 'D-4',
    serialNumber: '00-17',
    softwareVersion: '2.1',
    hasRecognizableFeatures: false,
  };
  it.each<[string, Partial<Dermoscope>]>([
    ['of which the least is known', {}],
    ['of which nothing more is known', { polarization: null, contactMethod: null, magnification: null }],
    ['without contact', { contactMethod: 'nonContact', polarization: 'polarized', magnification: 10 }],
    ['with contact', { contactMethod: 'contact', hasRecognizableFeatures: true, colorTemperature: 1e4 / 3 }],
    ['with all media', { contactMethod: 'contact', immersionMedia: [...immersionMedia] }],
    ['with one', { contactMethod: 'contact', immersionMedia: ['water'], polarization: 'nonPolarized' }],
    ['with odd figures', { colorTemperature: 1e300 / 3, magnification: Number.MIN_VALUE }],
  ])('finds no error in a photograph through a dermoscope %s', async (_, more) => {
    const record = createKeptReport({ companyId, imageCount: 2, dermoscope: { ...dermoscope, ...more } });
    const verdicts = (await writeAll(record)).map(checkDicom);
    expect(verdicts.map(({ kind, errors }) => [kind, errors])).toEqual([
      ['DermoscopicPhotographyImage', []],
      ['DermoscopicPhotographyImage', []],
      ['VLPhotographicImage', []],
    ]);
  });

  it('finds errors where there are some', async () => {
    const [file = new Uint8Array()] = await writeAll(createKeptReport({ companyId }));
    const broken = Buffer.from(file);
    const [photographic, dermoscopic] = ['1.2.840.10008.5.1.4.1.1.77.1.4', '1.2.840.10008.5.1.4.1.1.77.1.7'];
    broken.write(dermoscopic, broken.lastIndexOf(photographic));
    expect(checkDicom(broken).errors).not.toEqual([]);
  });
});
