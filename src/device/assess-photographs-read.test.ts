// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAlbumDesk } from '../../test/fixtures/severity-album.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { createImageReader, defaultReaderLimits } from '../vision/create-image-reader.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { createAssessBody } from './assess-body.ts';
import { createAssessPhotograph, type PhotographRequest } from './assess-photograph.ts';

/*
 * The real eyes on the sample photographs: not whether they see well, but that every score can be made of what they say.
 */

const projectDir = resolve(import.meta.dirname, '..', '..');
let reader: ImageReader;

beforeAll(async () => {
  reader = await createImageReader({
    modelsDir: resolve(projectDir, 'models'),
    modelSet: 'default',
    workers: 1,
    // All eyes look at once here, beside other tests.
    limits: { ...defaultReaderLimits, jobTimeoutMs: 60_000 },
    qualityAcceptableFrom: 41,
    priorPeak: 0.05,
    log: () => undefined,
  });
});
afterAll(() => reader.close());

async function readPhoto(name: string): Promise<Uint8Array> {
  const bytes = await readFile(resolve(projectDir, 'examples', 'photos', name));
  return Buffer.from(bytes.toString('base64'));
}

const systems = scoringSystems.filter(({ input }) => input === 'photograph');

/** The questions of a score's own example, as a person would have answered them. */
function askedOf(code: string): Readonly<Record<string, unknown>> {
  const system = systems.find((each) => each.code === code);
  const asked = Object.entries(system?.forms[0]?.items ?? {}).filter(([, item]) => {
    return item.kind !== 'group' && item.by === 'asked';
  });
  return Object.fromEntries(asked.map(([item]) => [item, system?.example.answers[item]]));
}

async function assess(photo: string, codes: readonly string[], bodySite: string, withPictures = false) {
  const work = createAssessPhotograph(createAlbumDesk({}, { reader }).dependencies).start('account');
  const imageNumber = work.addImage(await readPhoto(photo));
  const request: PhotographRequest = {
    accountId: 'account',
    bodySite,
    condition: { text: 'psoriasis', codes: [] },
    scores: codes.map((code) => ({ code, answers: askedOf(code), previous: [] })),
    subject: null,
    image: { imageNumber, title: null, contentType: null },
    withPictures,
    problems: [],
  };
  return work.finish(request);
}

const onSkin = systems.map(({ code }) => code).filter((code) => code !== 'asalt');

describe('scores of the sample photographs', () => {
  it('can all be made of one reading, each with its own items', async () => {
    const { scores, photograph } = await assess('melanoma-1.jpg', onSkin, 'armLeftTop', true);
    expect(photograph.validity.isValid).toBe(true);
    expect(scores.map(({ code }) => code)).toEqual(onSkin);
    for (const { code, items, pictures } of scores) {
      const form = systems.find((each) => each.code === code)?.forms[0];
      expect(Object.keys(items)).toEqual(Object.keys(form?.items ?? {}));
      for (const { image } of pictures)
        expect([image.widthPx, image.heightPx]).toEqual([photograph.widthPx, photograph.heightPx]);
    }
  });

  it('can be made of the scalp', async () => {
    const { scores } = await assess('seborrhoeic-keratosis-1.jpg', ['asalt'], 'headTop');
    expect(scores[0]?.items['hairLoss']?.method).not.toBeNull();
  });

  it('are never confident of something that is not skin', async () => {
    const { scores, photograph } = await assess('not-skin.jpg', onSkin, 'armLeftTop');
    const { isDermatological, skinProbability } = photograph.validity.domain;
    expect(isDermatological).toBe(false);
    for (const { items, warnings } of scores) {
      expect(warnings).toEqual(expect.arrayContaining(['unusablePhotograph', 'lowConfidence']));
      for (const { confidence } of Object.values(items))
        expect(confidence ?? 0).toBeLessThanOrEqual(skinProbability);
    }
  });

  it('add up to a body, with the affected skin measured', async () => {
    const work = createAssessBody(createAlbumDesk({}, { reader }).dependencies).start('account');
    const photos = {
      trunkFront: 'melanoma-1.jpg',
      trunkBack: 'basal-cell-carcinoma-1.jpg',
      handLeft: 'not-skin.jpg',
    };
    const sites = await Promise.all(
      Object.entries(photos).map(async ([bodySite, photo]) => {
        const imageNumber = work.addImage(await readPhoto(photo));
        return { bodySite, answers: {}, image: { imageNumber, title: photo, contentType: null } };
      }),
    );
    const { scores } = await work.finish({
      accountId: 'account',
      condition: { text: 'psoriasis', codes: [] },
      scores: [{ code: 'apasi', personAnswers: {}, sites, previous: [] }],
      subject: null,
      withPictures: false,
      problems: [],
    });
    expect(scores[0]?.sites.map(({ photograph: { title } }) => title)).toEqual(Object.values(photos));
    expect(scores[0]?.sites.map(({ score: { items } }) => items['surface']?.source)).toEqual(
      sites.map(() => 'photograph'),
    );
    expect(scores[0]?.coveragePercent).toBe(21);
    expect(scores[0]?.warnings).toEqual(expect.arrayContaining(['unusableSites', 'measuredSurface']));
  });
});
