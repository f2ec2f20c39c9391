// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

describe('an app key', () => {
  const register = (appKey: string, expiresAt: string, prefix = '/s2s/v3') =>
    desk.stranger.send('POST', `${prefix}/company/company-app-keys`, { appKey, expiresAt });
  const soon = () => new Date(Date.now() + 600_000).toISOString();

  it('gives reports an address in the iframe, and may be sent again', async () => {
    const [key, expiresAt] = ['k1'.repeat(32), soon()];
    for (const prefix of ['/s2s/v3', '/s2s-api/v3']) {
      const answer = await register(key, expiresAt, prefix);
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { success: true, message: expect.any(String), data: { appKey: key, expiresAt }, errorCode: null },
      ]);
    }
    const { body } = await desk.stranger.create({ bodySite: 'trunkFront', images: [desk.photograph] });
    expect(body.data.url).toContain(
      `companyId=${desk.stranger.company.id}&diagnosticReportId=${body.data.id}`,
    );
  });

  it.each([
    ['is too short', 'a'.repeat(63), soon, 422],
    ['has other characters', '-'.repeat(64), soon, 422],
    ['is over already', 'b'.repeat(64), () => '2020-01-01T00:00:00Z', 422],
    ['has no time', 'b'.repeat(64), () => 'tomorrow', 422],
    ['was registered with another time', 'k1'.repeat(32), () => '2090-01-01T00:00:00Z', 409],
  ])('is refused when it %s', async (_, key, expiresAt, status) => {
    const answer = await register(key, expiresAt());
    expect([answer.status, await answer.json()]).toMatchObject([status, { success: false, data: null }]);
  });
});

describe('what is not yours', () => {
  it('is the same 404, whether it is foreign, altered, malformed or deleted', async () => {
    const { id } = await desk.create();
    const altered = `${id.slice(0, 20)}${id[20] === 'A' ? 'B' : 'A'}${id.slice(21)}`;
    const answers = [
      await desk.stranger.read(id),
      await desk.backend.read(altered),
      await desk.backend.read('nonsense'),
      await desk.backend.read(crypto.randomUUID()),
      await desk.backend.read(`${id}A`),
      await desk.backend.read(encodeURIComponent('../../etc/passwd')),
      await desk.backend.read('x'.repeat(500)),
      await desk.backend.read('%ff'),
    ];
    for (const { status, text } of answers)
      expect([status, text]).toEqual([
        404,
        '{"success":false,"message":"Not Found","data":null,"errorCode":"notFound"}',
      ]);
    expect((await desk.stranger.read(id, '?format=pdf')).status).toBe(404);
  });

  it('needs a token that is good', async () => {
    const { id } = await desk.create();
    const leaver = await desk.open();
    expect((await leaver.read(id)).status).toBe(404);
    await desk.tiny.server.device.store.companies.revokeToken(leaver.tokenId, Date.now());
    const answers = [
      await leaver.read(id),
      ...(await Promise.all(
        [{}, { 'x-api-token': 'wrong' }, { authorization: `Bearer ${await desk.tiny.logIn()}` }].map(
          async (headers: Record<string, string>) => {
            const answer = await fetch(`${desk.tiny.origin}${reportsPath}/${id}`, { headers });
            return { status: answer.status, text: await answer.text() };
          },
        ),
      )),
    ];
    for (const { status, text } of answers)
      expect([status, JSON.parse(text)]).toEqual([
        401,
        { success: false, message: 'Not authenticated', data: null, errorCode: 'unauthenticated' },
      ]);
  });
});

describe('a request that cannot be answered', () => {
  it.each([
    ['no photograph', { images: [] }, 'images'],
    ['no body site', { bodySite: undefined }, 'bodySite'],
    ['an unknown body site', { bodySite: 'elbo' }, 'elbo'],
    ['an unknown score', { forcedScoringSystems: ['apasy'] }, 'nearest: apasi'],
    ['a forced score without its answers', { forcedScoringSystems: ['ascorad'] }, 'pruritus'],
    [
      'answers that do not fit',
      { knownAnswers: { ascorad: { pruritus: 99, sleeplessness: 0 } } },
      'pruritus',
    ],
    ['extra data that is no object', { extraData: 'text' }, 'extraData'],
    ['more extra data than is kept', { extraData: { text: 'x'.repeat(20_000) } }, 'extraData'],
    ['a desk.photograph that is none', { images: ['AAAA'] }, 'images.0'],
    [
      'a context desk.photograph that is none',
      { macroscopicMedia: { data: 'AAAA' } },
      'macroscopicMedia.data',
    ],
    ['text that is no base64', { images: [{ data: '<svg>' }] }, 'images.0.data'],
  ])('is refused in the envelope: %s', async (_, change, named) => {
    const { status, body } = await desk.backend.create({
      bodySite: 'trunkFront',
      images: [desk.photograph],
      ...change,
    });
    expect([status, body]).toMatchObject([
      422,
      { success: false, data: null, errorCode: expect.any(String) },
    ]);
    expect(body.message).toContain(named);
  });

  it.each(['?format=xml', '?locale=tlh', '?format=raw&format=fhir', '?format='])(
    'names the view: %s',
    async (query) => {
      const { id } = await desk.create();
      const { status, body } = await desk.backend.read(id, query);
      expect([status, body.success, body.errorCode]).toEqual([422, false, 'invalidRequest']);
    },
  );

  it.each([
    ['GET', `${reportsPath}`, 405],
    ['POST', '/s2s-api/v3/nothing', 404],
    ['GET', '/s2s/v3/', 404],
  ])('is in the envelope also where there is nothing: %s %s', async (method, address, status) => {
    const answer = await desk.backend.send(method, address, method === 'POST' ? {} : undefined);
    expect([answer.status, await answer.json()]).toMatchObject([status, { success: false, data: null }]);
  });

  it('leaves nothing behind', async () => {
    const count = async () =>
      (await desk.tiny.server.device.store.reports.list(desk.backend.company.id, 1000)).length;
    const before = await count();
    await desk.backend.create('{"bodySite":"trunkFront","images":["');
    await desk.backend.create({ bodySite: 'trunkFront', images: ['AAAA'] });
    expect(await count()).toBe(before);
  });
});
