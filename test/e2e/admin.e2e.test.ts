// SPDX-License-Identifier: Apache-2.0
import * as contract from '@openderm/contract';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostLogoBytes } from '../../src/device/company-logo.ts';
import { type AdminDesk, logIn, startAdminDesk } from '../fixtures/admin-desk.ts';
import { toJpeg } from '../fixtures/pictures.ts';

let desk: AdminDesk;
let company: contract.AdminCompany;
beforeAll(async () => {
  desk = await startAdminDesk();
  company = await add('Clinic North');
});
afterAll(() => desk?.close());

async function add(name: string): Promise<contract.AdminCompany> {
  const made = await desk.ask<contract.AdminCompany>('POST', '/companies', { name });
  expect([made.status, Compile(contract.AdminCompany).Errors(made.body)]).toEqual([200, []]);
  return made.body;
}

interface Refusal {
  readonly detail: readonly { readonly msg: string; readonly loc: readonly (string | number)[] }[];
}

function createReport(token: string, photograph: string): Promise<Response> {
  return fetch(`${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports`, {
    method: 'POST',
    headers: { 'x-api-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ bodySite: 'trunkFront', images: [photograph] }),
  });
}

describe('a company', () => {
  it('begins with nothing decided, and is listed', async () => {
    expect(company).toMatchObject({
      name: 'Clinic North',
      locale: 'en',
      thresholdPercent: 50,
      allowedOrigins: [],
    });
    const { body } = await desk.ask<contract.AdminCompaniesResponse>('GET', '/companies');
    expect([Compile(contract.AdminCompaniesResponse).Errors(body), body[0]]).toEqual([[], company]);
    expect((await desk.ask('GET', `/companies/${company.id}`)).body).toEqual(company);
  });

  it('keeps every setting, and what is not named', async () => {
    // The beginning of every PNG is enough of one here; the largest that is taken.
    const png = Buffer.concat([Buffer.from('iVBORw0KGgo=', 'base64'), Buffer.alloc(mostLogoBytes)]);
    const logo = `data:image/png;base64,${png.subarray(0, mostLogoBytes).toString('base64')}`;
    const change: contract.AdminCompanyChangeRequest = {
      name: 'Clínica Norte',
      locale: 'pt',
      thresholdPercent: 62.5,
      allowedOrigins: ['https://clinic.example'],
      callbackUrls: ['https://clinic.example/done'],
      theme: { primary: '#0b6660', fontFamily: 'Roboto', logo },
      anamnesis: [{ id: 'since', text: { en: 'Since when?', pt: 'Desde quando?' } }],
      retention: { reportsDays: 365, imagesDays: 90 },
    };
    const { status, body } = await desk.ask('PATCH', `/companies/${company.id}`, change);
    const expected = {
      ...company,
      ...change,
      theme: { primary: '#0b6660', secondary: null, fontFamily: 'Roboto', logo },
      retention: { reportsDays: 365, imagesDays: 90, auditDays: null },
    };
    expect([status, body]).toEqual([200, expected]);
    const { body: second } = await desk.ask('PATCH', `/companies/${company.id}`, {
      retention: { imagesDays: null },
    });
    expect(second).toEqual({
      ...expected,
      retention: { reportsDays: 365, imagesDays: null, auditDays: null },
    });
    expect((await desk.ask('GET', `/companies/${company.id}`)).body).toEqual(second);
  });

  it('is what its backend meets from the next request on', async () => {
    const { id } = await add('Clinic South');
    const issued = await desk.ask<contract.AdminNewTokenResponse>('POST', `/companies/${id}/tokens`, {
      name: 'a',
    });
    const photograph = (await toJpeg()).toString('base64');
    await desk.ask('PATCH', `/companies/${id}`, { locale: 'de' });
    const report = (await (await createReport(issued.body.secret, photograph)).json()) as {
      data: { locale: string };
    };
    expect(report.data.locale).toBe('de');
  });

  it.each<[string, object, (string | number)[], string]>([
    ['a field there is none of', { colour: 'red' }, ['body', 'colour'], ''],
    ['nothing', {}, ['body'], ''],
    ['a number for a name', { name: 1 }, ['body', 'name'], ''],
    ['an unknown locale', { locale: 'tlh' }, ['body', 'locale'], ''],
    [
      'a threshold above all',
      { thresholdPercent: 101 },
      ['body', 'thresholdPercent'],
      'from 0 to 100 percent',
    ],
    ['an origin on http', { allowedOrigins: ['http://a.example'] }, ['body', 'allowedOrigins', 0], 'https'],
    ['a callback that is none', { callbackUrls: ['x'] }, ['body', 'callbackUrls', 0], 'whole address'],
    ['a colour by name', { theme: { primary: 'red' } }, ['body', 'theme', 'primary'], '#0b6660'],
    ['half a day', { retention: { auditDays: 1.5 } }, ['body', 'retention', 'auditDays'], ''],
    ['no days', { retention: { auditDays: 0 } }, ['body', 'retention', 'auditDays'], '1 to 36500'],
    [
      'a question in no language',
      { anamnesis: [{ id: 'a', text: {} }] },
      ['body', 'anamnesis', 0, 'text'],
      'in one language at least',
    ],
  ])('refuses %s, and says where and why', async (_, change, loc, why) => {
    const before = (await desk.ask('GET', `/companies/${company.id}`)).body;
    const { status, body } = await desk.ask<Refusal>('PATCH', `/companies/${company.id}`, change);
    expect([status, body.detail[0]?.loc]).toEqual([422, loc]);
    expect(body.detail[0]?.msg).toContain(why);
    expect((await desk.ask('GET', `/companies/${company.id}`)).body).toEqual(before);
  });

  it('is not added without a name, or beside the point', async () => {
    for (const wanted of [{}, { name: ' ' }, { name: 'x'.repeat(201) }, { name: 'a', id: 'b' }, []])
      expect((await desk.ask('POST', '/companies', wanted)).status).toBe(422);
    const answer = await desk.ask('PUT', '/companies', {});
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('keys of a company', () => {
  it('are told once, open its door, and are shut again', async () => {
    const path = `/companies/${company.id}/tokens`;
    const issued = await desk.ask<contract.AdminNewTokenResponse>('POST', path, { name: 'production' });
    expect(Compile(contract.AdminNewTokenResponse).Errors(issued.body)).toEqual([]);
    const { secret, token } = issued.body;
    const photograph = (await toJpeg()).toString('base64');
    expect((await createReport(secret, photograph)).status).toBe(200);
    const listed = await desk.ask<contract.AdminTokensResponse>('GET', path);
    expect(Compile(contract.AdminTokensResponse).Errors(listed.body)).toEqual([]);
    expect(listed.body).toContainEqual(token);
    expect(JSON.stringify(listed.body)).not.toMatch(new RegExp(`${secret}|[0-9a-f]{64}`));
    const revoked = await desk.ask<contract.AdminToken>('DELETE', `${path}/${token.id}`);
    expect(revoked.body).toEqual({ ...token, revokedAt: expect.stringMatching(/Z$/) });
    expect((await createReport(secret, photograph)).status).toBe(401);
    expect((await desk.ask('DELETE', `${path}/${token.id}`)).status).toBe(404);
  });

  it('of another company are not revoked under this one', async () => {
    const other = await add('Clinic East');
    const issued = await desk.ask<contract.AdminNewTokenResponse>('POST', `/companies/${other.id}/tokens`, {
      name: 'x',
    });
    const path = `/companies/${company.id}/tokens/${issued.body.token.id}`;
    expect((await desk.ask('DELETE', path)).status).toBe(404);
    const tokens = await desk.tiny.server.device.store.companies.listTokens(other.id);
    expect(tokens.map(({ revokedAtMs }) => revokedAtMs)).toEqual([null]);
  });

  it('for its page live for some minutes', async () => {
    const path = `/companies/${company.id}/app-keys`;
    const { body } = await desk.ask<contract.AdminNewAppKeyResponse>('POST', path, { minutes: 5 });
    const found = await desk.tiny.server.device.store.companies.findAppKey(body.appKey, Date.now());
    expect(found).toMatchObject({ companyId: company.id, expiresAtMs: Date.parse(body.expiresAt) });
    for (const minutes of [0, -1, 1441, 1.5, '5'])
      expect((await desk.ask('POST', path, { minutes })).status).toBe(422);
  });
});

describe('reports of a company', () => {
  it('are listed page by page, newest first, without what they found', async () => {
    const { id } = await add('Clinic West');
    const issued = await desk.ask<contract.AdminNewTokenResponse>('POST', `/companies/${id}/tokens`, {
      name: 'a',
    });
    const photograph = (await toJpeg()).toString('base64');
    const { reports } = desk.tiny.server.device.store;
    await createReport(issued.body.secret, photograph);
    const [first] = await reports.list(id, 1);
    const record = first && (await reports.find(id, first.id));
    if (record === undefined) throw new Error('no report was made');
    for (let count = 1; count < 30; count += 1)
      await reports.add({ ...record, id: crypto.randomUUID(), createdAtMs: record.createdAtMs + count });
    const page = await desk.ask<contract.AdminReportsResponse>('GET', `/companies/${id}/reports`);
    expect(Compile(contract.AdminReportsResponse).Errors(page.body)).toEqual([]);
    expect(page.body.reports).toHaveLength(25);
    const rest = await desk.ask<contract.AdminReportsResponse>(
      'GET',
      `/companies/${id}/reports?before=${page.body.next}`,
    );
    expect([rest.body.reports.length, rest.body.next]).toEqual([5, null]);
    const times = [...page.body.reports, ...rest.body.reports].map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(JSON.stringify(page.body)).not.toContain(record.diagnosis.conclusions[0]?.condition ?? '?');
    const read = await fetch(
      `${desk.tiny.origin}/s2s-api/v3/anonymous-diagnostic-reports/${rest.body.reports.at(-1)?.id}`,
      { headers: { 'x-api-token': issued.body.secret } },
    );
    expect(read.status).toBe(200);
  });

  it('are none where the place in the list is none', async () => {
    for (const before of ['x', '', 'A'.repeat(60)])
      expect((await desk.ask('GET', `/companies/${company.id}/reports?before=${before}`)).status).toBe(404);
  });
});

describe('accounts', () => {
  it('are added with a password that is told once, and listed without', async () => {
    const wanted = { email: 'Ana@clinic.example', role: 'user', companyId: company.id };
    const made = await desk.ask<contract.AdminNewAccountResponse>('POST', '/accounts', wanted);
    expect(Compile(contract.AdminNewAccountResponse).Errors(made.body)).toEqual([]);
    expect(await logIn(desk.tiny, made.body.email, made.body.password)).toMatch(/^ey/);
    const { body } = await desk.ask<contract.AdminAccountsResponse>('GET', '/accounts');
    expect(Compile(contract.AdminAccountsResponse).Errors(body)).toEqual([]);
    expect(body.map(({ email, role, companyId }) => [email, role, companyId])).toEqual([
      [desk.tiny.email, 'administrator', null],
      ['nurse@clinic.example', 'user', null],
      ['ana@clinic.example', 'user', company.id],
    ]);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it.each([
    [{ email: 'ana@clinic.example', role: 'user' }, ['body', 'email'], 'already'],
    [{ email: 'ana', role: 'user' }, ['body', 'email'], 'an e-mail address'],
    [
      { email: 'b@clinic.example', role: 'user', companyId: 'x' },
      ['body', 'companyId'],
      'There is no company x',
    ],
    [
      { email: 'b@clinic.example', role: 'administrator', companyId: 'x' },
      ['body', 'companyId'],
      'works for every company',
    ],
    [{ email: 'b@clinic.example', role: 'owner' }, ['body', 'role'], ''],
    [{ email: 'b@clinic.example', role: 'user', password: 'x' }, ['body', 'password'], ''],
  ])('are refused: %j', async (wanted, loc, why) => {
    const { status, body } = await desk.ask<Refusal>('POST', '/accounts', wanted);
    expect([status, body.detail[0]?.loc]).toEqual([422, loc]);
    expect(body.detail[0]?.msg).toContain(why);
  });
});

it('schemas of the administration are in the contract', () => {
  const names = Object.keys(contract).filter((name) => /^Admin/.test(name));
  const schemas = names.map((name) => (contract as unknown as Record<string, TSchema>)[name]);
  expect(names.length).toBeGreaterThanOrEqual(15);
  for (const schema of schemas) expect(() => Compile(schema ?? {})).not.toThrow();
});
