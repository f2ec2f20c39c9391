// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminDesk, logIn, startAdminDesk } from '../fixtures/admin-desk.ts';
import { openBackend } from '../fixtures/company-backend.ts';

/*
 * Who may look after companies, asked of every route of the OpenAPI document under /v1/admin: a route that is added later
 * is asked the same questions.
 */

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let desk: AdminDesk;
let routes: readonly Route[];
let companyId: string;
beforeAll(async () => {
  desk = await startAdminDesk();
  companyId = (await desk.ask<{ id: string }>('POST', '/companies', { name: 'Clinic North' })).body.id;
  const document = await (await fetch(`${desk.tiny.origin}/openapi.json`)).json();
  const { paths } = document as { paths: Record<string, Record<string, Operation>> };
  routes = Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/admin'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.replace('/v1/admin', ''),
        operation,
      })),
    );
});
afterAll(() => desk?.close());

const exampleOf = ({ requestBody }: Operation) => requestBody?.content['application/json']?.example;

function call(token: string | undefined, { method, path, operation }: Route, id: string) {
  const place = path.replace(/\{\w+\}/, id).replaceAll(/\{\w+\}/g, 'nothing');
  return desk.askAs<{ detail: unknown; code?: string }>(token, method, place, exampleOf(operation));
}

describe('a route for administrators', () => {
  it('is there, and says that it wants a token and may refuse one', () => {
    expect(routes.length).toBeGreaterThanOrEqual(11);
    for (const { path, operation } of routes)
      expect([path, operation.security, Object.keys(operation.responses)]).toEqual([
        path,
        [{ accessToken: [] }],
        expect.arrayContaining(['200', '401', '403']),
      ]);
  });

  it('answers nobody without a token, with a made-up one, or with one of a company', async () => {
    const { store } = desk.tiny.server.device;
    const { token } = await openBackend({ origin: desk.tiny.origin, store });
    for (const route of routes) {
      for (const stranger of [undefined, 'a.b.c', token]) {
        const { status, body } = await call(stranger, route, companyId);
        expect([route.path, status, body]).toEqual([route.path, 401, { detail: 'Not authenticated' }]);
      }
    }
  });

  it('answers no user, of this company or of none, and does nothing', async () => {
    const made = await desk.ask<{ password: string }>('POST', '/accounts', {
      email: 'ben@clinic.example',
      role: 'user',
      companyId,
    });
    const member = await logIn(desk.tiny, 'ben@clinic.example', made.body.password);
    const { store } = desk.tiny.server.device;
    const kept = async () => [await store.companies.list(), await store.accounts.list()];
    const before = await kept();
    for (const route of routes) {
      for (const user of [desk.user, member]) {
        const { status, body } = await call(user, route, companyId);
        expect([route.path, status, body]).toEqual([
          route.path,
          403,
          { detail: 'This account may not do that.', code: 'forbidden' },
        ]);
      }
    }
    expect(await kept()).toEqual(before);
    expect(await store.companies.listTokens(companyId)).toEqual([]);
  });

  it('shuts for an administrator who is one no longer, at the next request', async () => {
    const { accounts } = desk.tiny.server.device.store;
    const email = 'second@clinic.example';
    const made = await desk.ask<{ password: string }>('POST', '/accounts', { email, role: 'administrator' });
    const token = await logIn(desk.tiny, email, made.body.password);
    expect((await desk.askAs(token, 'GET', '/companies')).status).toBe(200);
    await accounts.changeStanding(email, { role: 'user', companyId: null });
    expect((await desk.askAs(token, 'GET', '/companies')).status).toBe(403);
    await accounts.remove(email);
    expect((await desk.askAs(token, 'GET', '/companies')).status).toBe(401);
  });

  it.each(['00000000-0000-7000-8000-000000000000', 'nothing', '%00', "'%20or%201=1--", 'x'.repeat(90)])(
    'finds no company %j',
    async (id) => {
      for (const route of routes.filter(({ path }) => path.includes('{companyId}'))) {
        const { status, body } = await call(desk.administrator, route, id);
        expect([route.path, status, body]).toEqual([route.path, 404, { detail: 'Not Found' }]);
      }
    },
  );
});
