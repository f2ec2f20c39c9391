// SPDX-License-Identifier: Apache-2.0
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignedLinks } from '../../src/gate/signed-link.ts';
import { paintSkin } from '../fixtures/pictures.ts';
import { readPdf, squash } from '../fixtures/read-pdf.ts';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

/** So many at once; a thread that printed them in one piece each would answer a few requests between two of them. */
const PRINTS = 4;
const FEW = 8;
const MOST_ASKED = 100_000;

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

describe('the pictures of a report', () => {
  it('are re-encoded without metadata, served to whoever has the link, kept by nobody', async () => {
    const tagged = await paintSkin()
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .toBuffer();
    const made = await desk.create({
      images: [tagged.toString('base64')],
      macroscopicMedia: desk.photograph,
    });
    for (const link of [made.result.observations[0]?.media.url, made.macroscopicMedia?.url]) {
      const answer = await desk.follow(link ?? '');
      expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
        200,
        {
          'content-type': 'image/jpeg',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-site',
        },
      ]);
      const { format, width, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([format, width, exif]).toEqual(['jpeg', 320, undefined]);
    }
  });

  it('are not found by an altered link, and gone when its time is over', async () => {
    const made = await desk.create();
    const link = made.result.observations[0]?.media.url ?? '';
    const alter = (at: number) => `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
    const spots = [link.indexOf('/media/') + 9, link.indexOf('report=') + 9, link.length - 3];
    for (const altered of [...spots.map(alter), `${link}&more=1`, link.replace(/expires=\d/, 'expires=9')])
      expect((await desk.follow(altered)).status).toBe(404);
    expect((await desk.follow(link)).status).toBe(200);
    const past = createSignedLinks({
      secret: await desk.tiny.server.device.store.secrets.obtain('signed-link', 32),
      clock: { nowMs: () => Date.now() - 31 * 60_000 },
    });
    const { pathname, searchParams } = new URL(link);
    const { companyId, report } = Object.fromEntries(searchParams);
    const sign = (ms: number) =>
      past.sign(pathname, { companyId: companyId ?? '', report: report ?? '' }, ms);
    expect((await fetch(`${desk.tiny.origin}${pathname}?${sign(32 * 60_000)}`)).status).toBe(200);
    const expired = await fetch(`${desk.tiny.origin}${pathname}?${sign(30 * 60_000)}`);
    expect([expired.status, await expired.json()]).toMatchObject([410, { code: 'linkExpired' }]);
  });

  it('leave with their report', async () => {
    const made = await desk.create();
    const { reports } = desk.tiny.server.device.store;
    const [newest] = await reports.list(desk.backend.company.id, 1);
    await reports.remove(desk.backend.company.id, newest?.id ?? '');
    expect((await desk.follow(made.result.observations[0]?.media.url ?? '')).status).toBe(404);
    expect((await desk.backend.read(made.id)).status).toBe(404);
  });
});

describe('the PDF of a report', () => {
  it('is a redirect to a signed link without any key in it', async () => {
    const made = await desk.create();
    const answer = await desk.backend.send('GET', `${reportsPath}/${made.id}?format=pdf&locale=fr`);
    const location = answer.headers.get('location') ?? '';
    expect([answer.status, location]).toEqual([
      302,
      expect.stringMatching(/\/pdf\/anonymous-diagnostic-report\?/),
    ]);
    expect(JSON.stringify(made) + location).not.toContain(desk.backend.token);
    const pdf = await desk.follow(location);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ]);
    expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
    expect((await desk.follow(location.replace('locale=fr', 'locale=de'))).status).toBe(404);
  });

  it('is another sheet for the patient, without the findings, by a link of its own', async () => {
    const made = await desk.create();
    const read = (query: string) => desk.backend.send('GET', `${reportsPath}/${made.id}?${query}`);
    const clinical = (await read('format=pdf')).headers.get('location') ?? '';
    const location = (await read('format=pdf&audience=patient&locale=pt')).headers.get('location') ?? '';
    const [sheet, report] = await Promise.all(
      [location, clinical].map(async (link) =>
        readPdf(new Uint8Array(await (await desk.follow(link)).arrayBuffer())),
      ),
    );
    expect(sheet?.info['Title']).toContain('As fotografias da sua pele');
    const name = squash(made.result.conclusions[0]?.pathology.name ?? 'nothing was found');
    expect([report?.text.includes(name), sheet?.text.includes(name)]).toEqual([true, false]);
    // The audience is signed: a patient's link opens no clinician's report.
    expect((await desk.follow(location.replace('audience=patient&', ''))).status).toBe(404);
    expect((await desk.follow(location.replace('=patient', '=clinician'))).status).toBe(404);
  });

  it.each([
    ['audience=patient', 'only format=pdf has an audience'],
    ['format=pdf&audience=everybody', 'there is no audience'],
    ['format=pdf&audience=patient&audience=clinician', 'there is no audience'],
  ])('is refused for %s', async (query, why) => {
    const { id } = await desk.create();
    const { status, text } = await desk.backend.read(id, `?${query}`);
    expect([status, text]).toEqual([422, expect.stringContaining(why)]);
  });

  it('shows the earlier score of the same patient, and nobody else’s', async () => {
    const scored = { forcedScoringSystems: ['apasi'], knownAnswers: { apasi: { surface: 2 } } };
    const [first] = [await desk.create({ ...scored, subject: 'one' })];
    const texts: string[] = [];
    for (const subject of ['one', 'another']) {
      const { pdf } = await desk.create({ ...scored, subject });
      texts.push((await readPdf(new Uint8Array(await (await desk.follow(pdf)).arrayBuffer()))).text);
    }
    const value = first?.result.scoringSystems[0]?.score.value;
    const earlier = squash(`First score, ${first?.createdAt.slice(0, 10)}: ${value}.`);
    expect(texts.map((text) => text.includes(earlier))).toEqual([true, false]);
    expect(texts[1]).not.toContain(squash('Earlier scores'));
  });

  it('keeps nobody else waiting while it is printed', async () => {
    const anamnesis = Array.from({ length: 12 }, (_, at) => ({
      question: `What happened in week ${at}?`,
      answer: 'It itched, and then it did not. '.repeat(300),
    }));
    const made = await desk.create({ anamnesis });
    const done: string[] = [];
    const printed = Array.from({ length: PRINTS }, async () => {
      const answer = await desk.follow(made.pdf);
      await answer.arrayBuffer();
      done.push(`pdf ${answer.status}`);
    });
    while (done.filter((each) => each === 'pdf 200').length < PRINTS && done.length < MOST_ASKED) {
      await (await fetch(`${desk.tiny.origin}/health/live`)).text();
      done.push('health');
    }
    await Promise.all(printed);
    const between = done.slice(done.indexOf('pdf 200'), done.lastIndexOf('pdf 200'));
    expect(between.filter((each) => each === 'health').length).toBeGreaterThan(PRINTS * FEW);
  });
});
