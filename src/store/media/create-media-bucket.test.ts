// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type S3Server, s3Credentials, startS3 } from '../../../test/fixtures/s3.ts';
import type { BucketPlace } from '../../record/storage-place.ts';
import { type BucketLimits, openBucket } from '../open-bucket.ts';
import { createMediaBucket } from './create-media-bucket.ts';
import { createNewMedia, testMediaStore } from './media-store.suite.ts';
import type { MediaStore } from './media-store.ts';

let s3: S3Server;
let place: BucketPlace;
const opened: MediaStore[] = [];
beforeAll(async () => {
  for (const [name, value] of Object.entries(s3Credentials)) vi.stubEnv(name, value);
  s3 = await startS3();
  place = await s3.createBucket();
});
afterEach(() => {
  s3.disturb('up');
  for (const store of opened.splice(0)) store.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3?.stop();
});

function open(changes: Partial<BucketPlace> = {}, limits: Partial<BucketLimits> = {}): MediaStore {
  const store = createMediaBucket(openBucket({ ...place, ...changes }, limits));
  opened.push(store);
  return store;
}

testMediaStore(() => open());

const notReady = { code: 'notReady', details: { retryAfterS: 5 } };

describe('a bucket of pictures', () => {
  it('begins every name with its prefix, so that two servers can share one', async () => {
    const [company, report] = [randomUUID(), randomUUID()];
    const kept = createNewMedia(Uint8Array.of(1));
    await open({ prefix: 'north/' }).keep(company, report, [kept]);
    expect(await open({ prefix: 'south/' }).read(company, report, kept.media.id)).toBeUndefined();
    const whole = openBucket({ ...place, prefix: '' });
    const keys = await Array.fromAsync(whole.list('north/'), ({ key }) => key);
    whole.close();
    expect(keys).toEqual([`north/reports/${company}/${report}/${kept.media.id}.jpg`]);
  });

  it('is listed to its end when it has more objects than one page of a list', async () => {
    const store = open({ prefix: 'many/' }, { listedAtOnce: 10 });
    const company = randomUUID();
    const media = Array.from({ length: 4 }, () => createNewMedia(Uint8Array.of(1)));
    const reports = Array.from({ length: 12 }, () => randomUUID());
    for (const report of reports) await store.keep(company, report, media);
    const listed = await Array.fromAsync(store.listReports(), ({ reportId }) => reportId);
    expect(listed.toSorted()).toEqual(reports.toSorted());
  });

  it.each(['refusing', 'hanging'] as const)(
    'says so while it is %s, and goes on by itself',
    async (state) => {
      const store = open({}, { answerTimeoutMs: 1000 });
      const [company, report] = [randomUUID(), randomUUID()];
      const kept = createNewMedia(Uint8Array.of(1));
      await open().keep(company, report, [kept]);
      s3.disturb(state);
      const more = [1, 2, 3].map((value) => createNewMedia(Uint8Array.of(value)));
      await expect(store.keep(company, report, more)).rejects.toMatchObject(notReady);
      await expect(store.read(company, report, kept.media.id)).rejects.toMatchObject(notReady);
      await expect(store.remove(company, report)).rejects.toMatchObject(notReady);
      await expect(Array.fromAsync(store.listReports())).rejects.toMatchObject(notReady);
      await expect(store.ping()).rejects.toMatchObject(notReady);
      s3.disturb('up');
      // A busy machine may need more than one attempt of a second.
      await expect.poll(() => store.read(company, report, kept.media.id)).toEqual(Buffer.of(1));
      await expect.poll(() => store.keep(company, report, more)).toBeUndefined();
    },
  );

  it('has nothing of a report whose line broke in the middle of a picture', async () => {
    const store = open();
    const [company, report] = [randomUUID(), randomUUID()];
    const small = Array.from({ length: 4 }, () => createNewMedia(Uint8Array.of(1)));
    const large = createNewMedia(new Uint8Array(randomBytes(400_000)));
    s3.disturb('breaking');
    await expect(store.keep(company, report, [...small, large])).rejects.toMatchObject(notReady);
    s3.disturb('up');
    const left = (await Array.fromAsync(store.listReports())).filter((each) => each.reportId === report);
    expect(left).toEqual([]);
    await store.keep(company, report, [...small, large]);
    expect(await store.read(company, report, large.media.id)).toEqual(Buffer.from(large.jpeg));
  });

  it.each([
    ['that does not exist', { name: 'nowhere' }, /NoSuchBucket|NotFound/],
    ['at an address where nobody is', { endpoint: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
  ])('says what is wrong with a bucket %s', async (_, changes, words) => {
    const error: unknown = await open(changes)
      .ping()
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ ...notReady, cause: { message: expect.stringMatching(words) } });
  });

  it('says that its key is refused, and never tells it', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'a-name-that-is-wrong');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a-key-that-is-wrong');
    const error: unknown = await open()
      .keep(randomUUID(), randomUUID(), [createNewMedia(Uint8Array.of(1))])
      .catch((thrown) => thrown);
    for (const [name, value] of Object.entries(s3Credentials)) vi.stubEnv(name, value);
    expect(error).toMatchObject({
      ...notReady,
      cause: { message: expect.stringContaining('InvalidAccessKeyId') },
    });
    expect(JSON.stringify([error, error instanceof Error && error.cause])).not.toContain('a-key-that');
  });
});
