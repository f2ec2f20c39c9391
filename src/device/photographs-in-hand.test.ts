// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  createEyeReading,
  createReading,
  createSeverityReading,
  readingThatShows,
} from '../../test/fixtures/sample-severity-readings.ts';
import { createAlbumDesk, photo } from '../../test/fixtures/severity-album.ts';
import { createAssessBody, type RequestedBodyScore } from './assess-body.ts';

const arms = ['armLeftTop', 'armLeftBottom'];
const signs = ['erythema', 'swelling', 'crusting', 'excoriation', 'lichenification', 'dryness'];
const eczema = createEyeReading('eczema', {
  signs: Object.fromEntries(signs.map((sign) => [sign, createReading(0.5)])),
  figures: { affectedPercent: createReading(30) },
});
const both = createSeverityReading([readingThatShows('avasi', { depigmentation: 40 }), eczema]);

/** A score of both arms, of photographs by their numbers. */
const scoreOf = (code: string, numbers: readonly number[], personAnswers = {}): RequestedBodyScore => ({
  code,
  personAnswers,
  previous: [],
  sites: arms.map((bodySite, at) => ({
    bodySite,
    answers: {},
    image: { imageNumber: numbers[at] ?? -1, title: null, contentType: null },
  })),
});

const request = {
  accountId: 'account',
  condition: { text: 'vitiligo', codes: [] },
  subject: null,
  withPictures: false,
  problems: [],
};

describe('a photograph that was sent more than once', () => {
  it('is read once, for all scores it was sent for', async () => {
    const { dependencies, jobs } = createAlbumDesk({ armLeftTop: both, armLeftBottom: both });
    const { addImage, finish } = createAssessBody(dependencies).start('account');
    expect([...arms, ...arms].map((name) => addImage(photo(name)))).toEqual([0, 1, 2, 3]);
    const ascorad = scoreOf('ascorad', [2, 3], { pruritus: 1, sleeplessness: 1 });
    const { scores } = await finish({ ...request, scores: [scoreOf('avasi', [0, 1]), ascorad] });
    expect(jobs.map(({ bytes, lookFor }) => [Buffer.from(bytes).toString(), lookFor])).toEqual(
      arms.map((arm) => [arm, ['depigmentation', 'eczema']]),
    );
    expect(scores.map(({ code, sites }) => [code, sites.length])).toEqual([
      ['avasi', 2],
      ['ascorad', 2],
    ]);
  });

  it('is kept once', async () => {
    const stored: number[] = [];
    const photographs = {
      keep: async (_id: string, kept: readonly Uint8Array[]) => void stored.push(kept.length),
    };
    const { dependencies } = createAlbumDesk({ arm: both }, { photographs });
    const { addImage, finish } = createAssessBody(dependencies).start('account');
    for (const _ of arms) addImage(photo('arm'));
    await finish({ ...request, scores: [scoreOf('avasi', [0, 1])] });
    expect(stored).toEqual([1]);
  });
});

it('tells photographs that were given up from those that never came', async () => {
  const { dependencies } = createAlbumDesk({ arm: both });
  const { addImage, abandon, finish } = createAssessBody(dependencies).start('account');
  for (const _ of arms) addImage(photo('arm'));
  abandon();
  const given = { ...request, scores: [scoreOf('avasi', [0, 1])] };
  await expect(finish(given)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});
