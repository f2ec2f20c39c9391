// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyBackend } from '../fixtures/company-backend.ts';
import { type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';

/*
 * Who may do what, for every route of the OpenAPI document that wants a company's token: a route that is added later is
 * asked the same questions.
 */

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly example: unknown;
}

let desk: ReportDesk;
let routes: readonly Route[];
let revoked: CompanyBackend;
const ids = { own: '', foreign: '', deleted: '', malformed: 'AAAA', altered: '' };
beforeAll(async () => {
  desk = await startReportDesk();
  routes = await listRoutes();
  revoked = await desk.open();
  const { companies, reports } = desk.tiny.server.device.store;
  await companies.revokeToken(revoked.tokenId, Date.now());
  ids.deleted = (await desk.create()).id;
  const [newest] = await reports.list(desk.backend.company.id, 1);
  await reports.remove(desk.backend.company.id, newest?.id ?? '');
  ids.own = (await desk.create()).id;
  ids.altered = `${ids.own.slice(0, -1)}${ids.own.endsWith('A') ? 'B' : 'A'}`;
  const body = { bodySite: 'trunkFront', images: [desk.photograph] };
  ids.foreign = (await desk.stranger.create(body)).body.data.id;
});
afterAll(() => desk?.close());

async function listRoutes(): Promise<readonly Route[]> {
  const answer = await fetch(`${desk.tiny.origin}/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { security }]) => security?.some((scheme) => 'companyToken' in scheme))
      .map(([method, { requestBody }]) => {
        const example = requestBody?.content['application/json']?.example;
        return { method: method.toUpperCase(), path, example };
      }),
  );
}

function call(by: CompanyBackend, { method, path, example }: Route, id: string): Promise<Response> {
  return by.send(method, path.replace('{encryptedId}', id), example);
}

/** Always the same, letter by letter. */
const notFound = {
  envelope: '{"success":false,"message":"Not Found","data":null,"errorCode":"notFound"}',
  fhir: '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found","details":{"coding":[{"code":"notFound"}],"text":"Not Found"}}]}',
};

describe('a route for companies', () => {
  it('is there: two spellings of four', () => {
    expect(routes).toHaveLength(8);
  });

  it('answers the owner', async () => {
    for (const route of routes) {
      // What is erased can be erased once, and the others want to read it.
      const id = route.method === 'DELETE' ? (await desk.create()).id : ids.own;
      const answer = await call(desk.backend, route, id);
      expect([route.path, answer.status, await answer.json()]).toMatchObject([
        route.path,
        200,
        { success: true, errorCode: null },
      ]);
    }
  });

  it('answers nobody whose token was revoked, or who has none', async () => {
    const refused = { success: false, data: null, errorCode: 'unauthenticated' };
    for (const route of routes) {
      const bare = { method: route.method, headers: { 'x-api-token': '' } };
      for (const answer of [
        await call(revoked, route, ids.own),
        await fetch(`${desk.tiny.origin}${route.path.replace('{encryptedId}', ids.own)}`, bare),
      ])
        expect([route.path, answer.status, await answer.json()]).toMatchObject([route.path, 401, refused]);
    }
  });

  it.each(['foreign', 'deleted', 'malformed', 'altered'] as const)(
    'finds no report that is %s, in any view',
    async (kind) => {
      const reading = routes.filter(({ path }) => path.includes('{encryptedId}'));
      for (const route of reading) {
        for (const view of ['raw', 'fhir', 'pdf', 'dicom', 'fhir-r4']) {
          const answer = await call(desk.backend, route, `${ids[kind]}?format=${view}`);
          const refusal = view === 'fhir-r4' && route.method === 'GET' ? notFound.fhir : notFound.envelope;
          expect([view, answer.status, await answer.text()]).toEqual([view, 404, refusal]);
        }
      }
    },
  );
});
