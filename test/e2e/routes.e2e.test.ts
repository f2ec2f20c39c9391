// SPDX-License-Identifier: Apache-2.0
import * as contract from '@openderm/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../fixtures/company-backend.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

let tiny: TinyServer;
let authorization: string;
let apiToken: string;
beforeAll(async () => {
  tiny = await startTinyServer({ OPENDERM_PUBLIC_URL: 'https://derm.example.org' });
  authorization = `Bearer ${await tiny.logIn()}`;
  apiToken = (await openBackend({ origin: tiny.origin, store: tiny.server.device.store })).token;
});
afterAll(() => tiny?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${tiny.origin}${path}`, { headers });

describe('the helper routes', () => {
  const routes: readonly (readonly [string, TSchema])[] = [
    ['/v1/', contract.DiscoveryResponse],
    ['/v1/limits', contract.LimitsResponse],
    ['/v1/conditions', contract.ConditionsResponse],
    ['/v1/conditions/melanoma', contract.ConditionResponse],
    ['/v1/body-sites', contract.BodySitesResponse],
    ['/v1/clinical-signs', contract.ClinicalSignsResponse],
    ['/v1/questionnaires', contract.QuestionnairesResponse],
    ['/v1/device-information', contract.DeviceInformationResponse],
    ['/health/live', contract.HealthResponse],
    ['/health/ready', contract.HealthResponse],
  ];

  it.each(routes)('%s fits its schema', async (path, schema) => {
    const answer = await get(path, { authorization });
    expect([answer.status, Compile(schema).Errors(await answer.json())]).toEqual([200, []]);
  });

  it('print the limits that are in force', async () => {
    const limits = (await (await get('/v1/limits')).json()) as contract.LimitsResponse;
    expect(limits.image).toMatchObject({ maxBytes: 20 * 2 ** 20, maxPixels: 50_000_000 });
    expect(limits.request).toMatchObject({ maxBytes: 96 * 2 ** 20, maxImages: 20 });
    expect(limits.quality.acceptableFrom).toBe(41);
    expect(limits.quality.bands).toEqual([
      { interpretation: 'Bad', from: 0, to: 20 },
      { interpretation: 'Poor', from: 21, to: 40 },
      { interpretation: 'Fair', from: 41, to: 60 },
      { interpretation: 'Good', from: 61, to: 80 },
      { interpretation: 'Excellent', from: 81, to: 100 },
    ]);
  });

  it.each([
    '/v1/conditions',
    '/v2.0/conditions',
    '/v1/body-sites',
    '/v2.0/body-sites',
    '/v1/clinical-signs',
    '/v2.0/clinical-signs',
    '/v1/questionnaires',
    '/v2.0/questionnaires',
  ])('are cacheable and need no login: %s', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('know every condition of the catalogue by its slug, and no other', async () => {
    const conditions = (await (await get('/v1/conditions')).json()) as contract.ConditionsResponse;
    expect(conditions).toHaveLength(577);
    expect((await get('/v1/conditions/notACondition')).status).toBe(404);
    expect((await get('/v1/conditions/__proto__')).status).toBe(404);
  });
});

describe('the body sites', () => {
  it('hang together, and have their names in as many languages as are known', async () => {
    const sites = (await (await get('/v1/body-sites')).json()) as contract.BodySitesResponse;
    expect(sites).toHaveLength(72);
    for (const { code, children } of sites) {
      const parts = sites.filter(({ parent }) => parent === code).map((part) => part.code);
      expect([code, children]).toEqual([code, parts]);
    }
    expect(sites.find(({ code }) => code === 'earLeft')).toMatchObject({
      name: { en_GB: 'Left ear', pt_BR: 'Orelha esquerda', ko_KO: '왼쪽 귀' },
      parent: 'headNeck',
      children: [],
      kind: 'anatomical',
      laterality: 'left',
      acceptedAsInput: true,
    });
    for (const { name } of sites) {
      expect(Object.keys(name)).toEqual(expect.arrayContaining(['en_GB', 'es_ES', 'fr_FR', 'de_DE']));
    }
  });
});

describe('the clinical signs', () => {
  it('say what they are and who grades them how', async () => {
    const signs = (await (await get('/v1/clinical-signs')).json()) as contract.ClinicalSignsResponse;
    const erythema = signs.find(({ code }) => code === 'erythema');
    expect(erythema).toMatchObject({
      name: { en_GB: 'Erythema', es_ES: 'Eritema', fr_FR: 'Érythème', de_DE: 'Erythem' },
      definition: { en_GB: expect.stringContaining('Redness') },
    });
    expect(erythema?.scoringSystem.find(({ code }) => code === 'pasi')).toMatchObject({
      item: ['erythema', 'headNeck.erythema', 'upperLimbs.erythema', 'trunk.erythema', 'lowerLimbs.erythema'],
      scale: { type: 'choice', minimum: 0, maximum: 4, allowedValues: { length: 5 } },
    });
    expect(signs.map(({ code }) => code)).not.toContain('patientAge');
    expect(signs.filter(({ scoringSystem }) => scoringSystem.length > 0).length).toBeGreaterThan(10);
  });
});

describe('operations', () => {
  it('count requests by route and status, and say nothing of who asked', async () => {
    await get('/v1/conditions/someSlug');
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toMatch(
      /openderm_http_requests_total\{method="GET",route="\/v1\/conditions\/:slug",status="404"\} \d/,
    );
    expect(metrics).toMatch(/openderm_reader_workers \d/);
    expect(metrics).toMatch(/openderm_http_request_duration_seconds_bucket/);
    expect(metrics).not.toMatch(/someSlug|sandbox@|127\.0\.0\.1/);
  });

  it('say where to report a weakness', async () => {
    const answer = await get('/.well-known/security.txt');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toMatch(/^Contact: https:\/\/derm\.example\.org\//m);
    const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
  });
});

describe('every answer', () => {
  it.each(['/', '/docs', '/v1/', '/v1/nothing', '/nothing', '/openapi.json', '/metrics', '/health/live'])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
      });
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    },
  );

  it('is a problem document outside the device API, and a detail inside', async () => {
    const outside = await get('/nothing');
    expect(outside.headers.get('content-type')).toContain('application/problem+json');
    expect(await outside.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'notFound',
    });
    expect(await (await get('/v1/nothing')).json()).toEqual({ detail: 'Not Found' });
  });

  it.each([
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/%00',
    '/v1/%ff',
  ])('to a strange path is a refusal: %s', async (path) => {
    const { status } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

interface Operation {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: TSchema }>> }>
  >;
}

describe('the OpenAPI document', () => {
  const read = async () =>
    (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, Operation>>;
    };

  it('is valid OpenAPI 3.1', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('has every route of the discovery page', async () => {
    const { paths } = await read();
    const { endpoints } = (await (await get('/v1/')).json()) as contract.DiscoveryResponse;
    const listed = endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.toSorted()).toEqual(described.toSorted());
    expect(described).toContain('POST /v1/diagnosis-support');
  });

  it('has an example of every request that is answered as its schema says', async () => {
    const { paths } = await read();
    // What a page asks for needs a key or a draft that exist for a while only, and what is of one company or webhook its
    // id in the address: the tests of each send their examples.
    const posts = Object.entries(paths).flatMap(([path, { post }]) =>
      post && !path.startsWith('/iframe/') && !path.includes('{') ? [{ path, post }] : [],
    );
    expect(posts.length).toBeGreaterThan(8);
    for (const { path, post } of posts) {
      const [[type = '', media] = []] = Object.entries(post.requestBody?.content ?? {});
      const body = type.includes('json')
        ? JSON.stringify(media?.example)
        : new URLSearchParams(media?.example as Record<string, string>).toString();
      const answer = await fetch(`${tiny.origin}${path}`, {
        method: 'POST',
        headers: { authorization, 'x-api-token': apiToken, 'content-type': type },
        body,
      });
      const schema = post.responses['200']?.content?.['application/json']?.schema;
      const errors = schema && Compile(schema).Errors(await answer.json());
      expect([path, answer.status, errors]).toEqual([path, 200, []]);
    }
  });

  it('asks for a token where the server does', async () => {
    const { paths } = await read();
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(operations)) {
        const { status } = await fetch(`${tiny.origin}${path}`, { method: method.toUpperCase() });
        expect([path, status === 401]).toEqual([path, security !== undefined]);
      }
    }
  });
});
