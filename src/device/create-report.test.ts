// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryStore } from '../../test/fixtures/data-folder.ts';
import { createAnalysis, createValidity } from '../../test/fixtures/sample-analyses.ts';
import {
  createEyeReading,
  createReading,
  createSeverityReading,
} from '../../test/fixtures/sample-severity-readings.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { DeviceError, type ErrorCode } from '../errors.ts';
import { linkEntry } from '../gate/audit-chain.ts';
import type { Company } from '../record/company.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { createMediaFolder } from '../store/media/create-media-folder.ts';
import type { ReportStore } from '../store/reports/report-store.ts';
import type { SeverityJob } from '../vision/image-reader.ts';
import { createCreateReport, type ReportWish } from './create-report.ts';
import { defaultDiagnosisSettings } from './diagnosis-of-images.ts';
import { createReadBodySite } from './read-body-site.ts';
import { listMedia } from './report-links.ts';
import type { ReportRequest } from './report-request.ts';
import { unsetCompanySettings } from './unset-company-settings.ts';

/** Photographs are named by a letter; what each says is known beforehand. */
const album: Readonly<Record<string, ImageAnalysis | ErrorCode>> = {
  p: createAnalysis({ psoriasis: 0.9 }),
  q: createAnalysis({ psoriasis: 0.6, atopicDermatitis: 0.3 }),
  a: createAnalysis({ acne: 0.9 }),
  i: createAnalysis({ psoriasis: 0.99 }, { validity: createValidity(false) }),
  x: 'damagedImage',
};

/** Redness and thickness of plaques; no other eye sees anything. */
const plaques = createEyeReading('plaques', {
  signs: { erythema: createReading(0.5), induration: createReading(0.5), desquamation: createReading(0.25) },
  figures: { affectedPercent: createReading(40) },
  pictures: [{ name: 'segmentation', image: { jpeg: Uint8Array.of(1), widthPx: 4, heightPx: 3 } }],
});

const company: Company = {
  id: randomUUID(),
  name: 'Derma Nord',
  locale: 'de',
  ...unsetCompanySettings,
  confidenceThreshold: 0.5,
  createdAtMs: 0,
};

const request: ReportRequest = {
  bodySite: 'trunkFront',
  images: [],
  contextImage: null,
  visitIdentifier: null,
  extraData: null,
  anamnesis: [],
  subject: null,
  forced: [],
  knownAnswers: {},
  problems: [],
};

let store: Awaited<ReturnType<typeof openTemporaryStore>>;
let folder: string;
beforeEach(async () => {
  store = await openTemporaryStore();
  await store.companies.add(company);
  folder = await mkdtemp(join(tmpdir(), 'openderm-media-'));
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const media = () => createMediaFolder(folder);
const label = (imageNumber: number) => ({ imageNumber, title: null, contentType: null });

async function make(
  letters: string,
  wishes: Partial<ReportRequest> & Pick<ReportWish, 'id'> = {},
  add?: ReportStore['add'],
) {
  const looked: { readonly letter: string; readonly lookFor: SeverityJob['lookFor'] }[] = [];
  const create = createCreateReport({
    reader: {
      models: [],
      async read({ bytes }) {
        const entry = album[Buffer.from(bytes).toString()];
        if (typeof entry !== 'object') throw new DeviceError(entry ?? 'unsupportedImage');
        return { ...entry, photograph: bytes };
      },
      async readSeverity({ bytes, lookFor }) {
        looked.push({ letter: Buffer.from(bytes).toString(), lookFor });
        return createSeverityReading([plaques]);
      },
    },
    reports: { add: add ?? ((record, beside) => store.reports.add(record, beside)) },
    media: media(),
    catalogue,
    systems: scoringSystems,
    readBodySite: createReadBodySite(bodySites),
    hashSubject: (owner, subject) => Buffer.from(`${owner.slice(0, 4)}${subject}`).toString('hex'),
    clock: { nowMs: () => 1_770_000_000_000, monotonicMs: () => 0 },
    ids: { create: () => randomUUID() },
    settings: defaultDiagnosisSettings,
    softwareVersion: '1.2.3',
  });
  const { id, ...wanted } = wishes;
  const work = create.start(
    { company, actor: { kind: 'token', id: 'a-token' } },
    id === undefined ? {} : { id },
  );
  const numbers = [...letters].map((letter) =>
    work.addImage({ bytes: Buffer.from(letter), encoding: 'base64', role: 'photograph' }),
  );
  return { record: await work.finish({ ...request, images: numbers.map(label), ...wanted }), looked };
}

describe('making a report', () => {
  it('keeps the record with every picture it names', async () => {
    const { record } = await make('pq', { subject: 'patient 1' });
    expect(await store.reports.find(company.id, record.id)).toEqual(record);
    await store.audit.seal(linkEntry, 1);
    const [entry] = await store.audit.list(company.id, 1);
    expect(JSON.parse(entry?.text ?? '')).toMatchObject({
      atMs: record.createdAtMs,
      actor: { kind: 'token', id: 'a-token' },
      action: 'create',
      object: { kind: 'report', id: record.id },
      outcome: 'done',
    });
    const pictures = listMedia(record);
    expect(new Set(pictures.map(({ role }) => role))).toEqual(
      new Set(['photograph', 'heatMap', 'explainability']),
    );
    for (const { id, bytes } of pictures)
      expect((await media().read(company.id, record.id, id))?.length).toBe(bytes);
  });

  it('counts severity for the pathology, on the photograph that shows it best', async () => {
    const { record, looked } = await make('qp');
    expect([record.pathology, looked]).toEqual(['psoriasis', [{ letter: 'p', lookFor: ['plaques'] }]]);
    expect(record.severities).toMatchObject([
      { condition: 'psoriasis', forced: false, imageIndex: 1, score: { form: 'apasiLocal', change: null } },
    ]);
    expect(record.severities[0]?.score.warnings).toContain('measuredSurface');
    expect(record.severities[0]?.score.items['erythema']?.value).toBe(2);
  });

  it('counts nothing where nothing is certain, or no photograph is usable', async () => {
    for (const letters of ['pa', 'i']) {
      const { record, looked } = await make(letters);
      expect([record.pathology, record.severities, looked]).toEqual([null, [], []]);
      expect(record.images).toHaveLength(letters.length);
    }
  });

  it('counts what is forced for the likeliest condition that the score was made for', async () => {
    const { record } = await make('a', { forced: ['apasi'] });
    const apasi = record.severities.find(({ score }) => score.code === 'apasi');
    expect(apasi).toMatchObject({ forced: true, imageIndex: 0 });
    expect(apasi?.score.warnings).toContain('notForCondition');
    const own = catalogue.conditions.find(({ slug }) => slug === apasi?.condition);
    expect(own?.icd11?.code).toMatch(/^EA90/);
  });

  it('does without a score that the device has no eye for, and warns where it was forced', async () => {
    const { record } = await make('a');
    expect([record.pathology, record.severities, record.diagnosis.warnings]).toEqual(['acne', [], []]);
    const { record: warned } = await make('a', { forced: ['alegi', 'apasi'] });
    expect(warned.severities.map(({ score }) => score.code)).toEqual(['apasi']);
    expect(warned.diagnosis.warnings).toEqual(['forcedScoreUnread']);
    expect((await store.reports.find(company.id, warned.id))?.diagnosis.warnings).toEqual([
      'forcedScoreUnread',
    ]);
  });
});

describe('a report that cannot be made', () => {
  it('says which photograph is at fault', async () => {
    await expect(make('px')).rejects.toMatchObject({ code: 'damagedImage', details: { imageNumber: 1 } });
  });

  it('names every fault of the request, those of the door first', async () => {
    const problems = [{ type: 'missing', msg: 'Field required', loc: ['body', 'payload'] }] as const;
    const wishes = { problems, images: [], bodySite: 'elbo', forced: ['foo'] };
    const failure = await make('', wishes).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'invalidRequest', details: { problems: { length: 3 } } });
  });

  it('leaves no picture behind when the record cannot be kept', async () => {
    const full = async () => {
      throw new Error('database or disk is full');
    };
    await expect(make('p', {}, full)).rejects.toThrow('disk is full');
    expect(await readdir(join(folder, 'reports', company.id))).toEqual([]);
  });

  it('leaves the pictures of the one that was made of the same draft at the same time', async () => {
    const id = randomUUID();
    const { record } = await make('p', { id });
    await expect(make('p', { id })).rejects.toThrow();
    const kept = await readdir(join(folder, 'reports', company.id, id));
    expect(kept.toSorted()).toEqual(
      listMedia(record)
        .map((each) => `${each.id}.jpg`)
        .toSorted(),
    );
  });

  it('leaves its pictures where nobody can say whether the record was kept', async () => {
    const keepThenBreak: ReportStore['add'] = async (record) => {
      await store.reports.add(record);
      throw new DeviceError('notReady');
    };
    const before = (await store.reports.list(company.id, 100)).length;
    await expect(make('p', {}, keepThenBreak)).rejects.toMatchObject({ code: 'notReady' });
    const [newest, ...others] = await store.reports.list(company.id, 100);
    expect(others.length).toBe(before);
    const record = await store.reports.find(company.id, newest?.id ?? '');
    const [image] = record?.images ?? [];
    expect(await media().read(company.id, record?.id ?? '', image?.id ?? '')).toBeDefined();
  });
});
