// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBodyFingerprint } from '../../src/http/retries/body-fingerprint.ts';
import { type ReportDesk, reportsPath, startReportDesk, withoutLinks } from '../fixtures/report-desk.ts';

/*
 * `Idempotency-Key`: what was done once is not done again, and whoever asks twice reads the same answer.
 */

let desk: ReportDesk;
let accountToken = '';
beforeAll(async () => {
  desk = await startReportDesk();
  accountToken = await desk.tiny.logIn();
});
afterAll(() => desk?.close());

interface Sent {
  readonly path?: string;
  readonly token?: string;
  readonly body?: string | FormData;
  readonly signal?: AbortSignal;
}

function post(key: string, sent: Sent = {}): Promise<Response> {
  const { path = reportsPath, token = desk.backend.token, body = toBody(), signal } = sent;
  const credentials: Record<string, string> = path.startsWith('/v1')
    ? { authorization: `Bearer ${accountToken}` }
    : { 'x-api-token': token };
  const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  return fetch(`${desk.tiny.origin}${path}`, {
    method: 'POST',
    headers: { ...credentials, ...type, 'idempotency-key': key },
    body,
    ...(signal && { signal }),
  });
}

function toBody(more: object = {}): string {
  return JSON.stringify({ bodySite: 'trunkFront', images: [desk.photograph], ...more });
}

/** Everything that a replay must repeat; connections and moments are the transport's own. */
async function read(answer: Response) {
  const transport = ['date', 'connection', 'keep-alive', 'idempotent-replayed'];
  const headers = [...answer.headers].filter(([name]) => !transport.includes(name));
  return { status: answer.status, headers, body: await answer.text() };
}

function isReplayed({ headers }: Response): boolean {
  return headers.get('idempotent-replayed') === 'true';
}

async function countReports(): Promise<number> {
  return (await desk.tiny.server.device.store.reports.list(desk.backend.company.id, 1000)).length;
}

/** Whoever is told to wait asks again. */
async function postPatiently(key: string, sent: Sent = {}): Promise<Response> {
  for (;;) {
    const answer = await post(key, sent);
    if (answer.status !== 409) return answer;
    expect(await answer.json()).toMatchObject({ errorCode: 'idempotency_key_in_flight' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a report that is asked for again', () => {
  it('is answered the same to the byte, and not made again', async () => {
    const key = randomUUID();
    const first = await post(key);
    expect([first.status, isReplayed(first)]).toEqual([200, false]);
    const said = await read(first);
    const before = await countReports();
    for (const path of [reportsPath, reportsPath.replace('s2s-api', 's2s')]) {
      const again = await post(key, { path });
      expect(isReplayed(again)).toBe(true);
      expect(await read(again)).toEqual(said);
    }
    expect(await countReports()).toBe(before);
  });

  it('is another one for another company, and without a key', async () => {
    const key = randomUUID();
    const { body } = await read(await post(key));
    const foreign = await post(key, { token: desk.stranger.token });
    expect([foreign.status, isReplayed(foreign)]).toEqual([200, false]);
    expect(JSON.parse(await foreign.text()).data.id).not.toBe(JSON.parse(body).data.id);
    const before = await countReports();
    await desk.create();
    await desk.create();
    expect(await countReports()).toBe(before + 2);
  });

  it('may come as a form, whose boundary is new each time', async () => {
    const key = randomUUID();
    const form = (bodySite: string) => {
      const fields = new FormData();
      fields.append('bodySite', bodySite);
      fields.append('images', new Blob([Buffer.from(desk.photograph, 'base64')]), 'lesion.jpg');
      return fields;
    };
    const said = await read(await post(key, { body: form('trunkFront') }));
    const again = await post(key, { body: form('trunkFront') });
    expect([isReplayed(again), await read(again)]).toEqual([true, said]);
    expect((await post(key, { body: form('trunkBack') })).status).toBe(422);
  });

  it.each([
    ['body', { body: '{"bodySite":"trunkFront"}' }],
    ['length of body', { body: '' }],
    ['query', { path: `${reportsPath}?locale=es` }],
  ] as const)('is refused with another %s', async (_, other) => {
    const key = randomUUID();
    const said = await read(await post(key));
    const refused = await post(key, other);
    expect([refused.status, isReplayed(refused)]).toEqual([422, false]);
    expect(await refused.json()).toMatchObject({ success: false, errorCode: 'idempotency_key_reused' });
    expect(await read(await post(key))).toEqual(said);
  });

  it('is made once the request is mended: refusals are not kept', async () => {
    const key = randomUUID();
    const refused = await post(key, { body: toBody({ bodySite: 'elbo' }) });
    expect(refused.status).toBe(422);
    const made = await post(key);
    expect([made.status, isReplayed(made)]).toEqual([200, false]);
  });

  it('is noted as read by whoever asks again', async () => {
    const { store } = desk.tiny.server.device;
    const key = randomUUID();
    await post(key);
    const [newest] = await store.reports.list(desk.backend.company.id, 1);
    const listOwn = async () => {
      const entries = await store.audit.list(desk.backend.company.id, 1000);
      const read = entries.map(({ text }) => JSON.parse(text));
      return read.filter(({ object }) => object.id === newest?.id).map(({ action }) => action);
    };
    expect(isReplayed(await post(key))).toBe(true);
    await expect.poll(listOwn, { timeout: 60_000 }).toEqual(['read', 'create']);
  });

  it('is made once of fifty at a time, however many clients hang up', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [key, before] = [randomUUID(), await countReports()];
      const body = toBody({ visitIdentifier: key });
      const asked = Array.from({ length: 50 }, async (_, index) => {
        // Two in five hang up, at moments from before the body is in to after the answer.
        const signal = index % 5 < 2 ? AbortSignal.timeout(round * 15 + index * 4) : undefined;
        const answer = await postPatiently(key, { body, ...(signal && { signal }) }).catch(() => undefined);
        return await answer?.text().catch(() => undefined);
      });
      const bodies = new Set((await Promise.all(asked)).filter((text) => text !== undefined));
      expect(bodies.size).toBe(1);
      expect(JSON.parse([...bodies][0] ?? '')).toMatchObject({ success: true, errorCode: null });
      expect(await countReports()).toBe(before + 1);
    }
  });

  it('is found when its server ended between keeping it and answering', async () => {
    const { store } = desk.tiny.server.device;
    await post(randomUUID());
    const [newest] = await store.reports.list(desk.backend.company.id, 1);
    const record = await store.reports.find(desk.backend.company.id, newest?.id ?? '');
    if (record === undefined) throw new Error('Expected the report to be there');
    await store.reports.remove(desk.backend.company.id, record.id);
    // As the database looks after such an end: the key leads to the report, no answer is kept, the lease has run out.
    const lost = {
      scope: `company ${desk.backend.company.id} createAnonymousDiagnosticReport`,
      key: randomUUID(),
    };
    const id = randomUUID();
    const [nowMs, leaseUntilMs, expiresAtMs] = [Date.now(), Date.now(), Date.now() + 3_600_000];
    await store.idempotency.take(lost, { id, nowMs, leaseUntilMs, expiresAtMs });
    const fingerprint = createBodyFingerprint({ contentType: 'application/json', query: '' });
    fingerprint.add(Buffer.from(toBody()));
    await store.reports.add(record, { claim: { id, bodyHash: fingerprint.digest() } });
    const before = await countReports();
    expect((await post(lost.key, { body: toBody({ bodySite: 'trunkBack' }) })).status).toBe(422);
    const recalled = await post(lost.key);
    expect([recalled.status, isReplayed(recalled)]).toEqual([200, true]);
    const said = await read(recalled);
    expect(await read(await post(lost.key))).toEqual(said);
    expect(await countReports()).toBe(before);
    const { data } = (await desk.backend.read(JSON.parse(said.body).data.id)).body;
    expect(withoutLinks(data)).toEqual(withoutLinks(JSON.parse(said.body).data));
  });
});

describe('an analysis that is asked for again', () => {
  const payload = () => ({ contentAttachment: { data: desk.photograph } });

  async function countAnalyses(): Promise<number> {
    return desk.tiny.server.device.store.analyses.count();
  }

  it('is answered the same, and kept once', async () => {
    const key = randomUUID();
    const body = JSON.stringify({ payload: [payload()] });
    const before = await countAnalyses();
    const first = await post(key, { path: '/v1/diagnosis-support', body });
    const said = await read(first);
    const again = await post(key, { path: '/v1/diagnosis-support', body });
    expect([first.status, isReplayed(first), isReplayed(again)]).toEqual([200, false, true]);
    expect(await read(again)).toEqual(said);
    expect(await countAnalyses()).toBe(before + 1);
  });

  it('is another one on another route, and refused with another body in the words of that route', async () => {
    const key = randomUUID();
    const body = JSON.stringify({ payload: [payload()] });
    await post(key, { path: '/v1/diagnosis-support', body });
    const quality = await post(key, { path: '/v1/image-quality', body });
    expect([quality.status, isReplayed(quality)]).toEqual([200, false]);
    const refused = await post(key, { path: '/v1/diagnosis-support', body: '{}' });
    expect([refused.status, await refused.json()]).toEqual([
      422,
      {
        detail: [
          {
            type: 'value_error',
            msg: 'Value error, The idempotency key has come with another request before.',
            loc: ['header', 'idempotency-key'],
          },
        ],
        code: 'idempotency_key_reused',
      },
    ]);
  });

  it.each(['', 'k'.repeat(256), 'é'])('is refused with a key that is none: %j', async (key) => {
    const refused = await post(key, { path: '/v1/evolution', body: '{"subject":"x"}' });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { detail: [{ loc: ['header', 'idempotency-key'] }] },
    ]);
  });

  it('may have a key of 255 characters', async () => {
    const answer = await post('k'.repeat(255), { path: '/v1/evolution', body: '{"subject":"x"}' });
    expect(answer.status).toBe(200);
  });
});

describe('the API document', () => {
  it('says of every POST but those that give secrets or read forms that it takes a key', async () => {
    const { paths } = (await (await fetch(`${desk.tiny.origin}/openapi.json`)).json()) as {
      paths: Record<
        string,
        Record<string, { parameters?: { name: string; in: string }[]; responses: object }>
      >;
    };
    const posts = Object.entries(paths).filter(([, { post: operation }]) => operation !== undefined);
    const takesKey = ([, { post: operation }]: (typeof posts)[number]) =>
      operation?.parameters?.some((each) => each.name === 'idempotency-key' && each.in === 'header') ?? false;
    const without = posts.filter((each) => !takesKey(each)).map(([path]) => path);
    // A draft is a key of its own: it makes one report at most, and the same answers may be sent again.
    const ofCompany = '/v1/admin/companies/{companyId}';
    expect(without.filter((path) => !path.startsWith('/iframe/')).toSorted()).toEqual([
      '/s2s-api/v3/company/company-app-keys',
      '/s2s/v3/company/company-app-keys',
      '/v1/admin/accounts',
      `${ofCompany}/app-keys`,
      `${ofCompany}/tokens`,
      `${ofCompany}/webhooks`,
      '/v1/login',
    ]);
    for (const [, { post: operation }] of posts.filter(takesKey))
      expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['200', '409', '422']));
  });
});
