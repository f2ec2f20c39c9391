// SPDX-License-Identifier: Apache-2.0
import type { Bundle, OperationOutcome, Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createLantanaValidator,
  createMedplumValidator,
  createSchemaValidator,
} from '../fixtures/fhir-validators.ts';
import { type ReportDesk, reportsPath, startReportDesk } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
const validators = [createMedplumValidator(), createSchemaValidator(), createLantanaValidator()];
const faultsOf = (resource: Resource) => validators.flatMap((validate) => validate(resource));
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(desk.tiny.origin + path, { method, headers: { 'x-api-token': desk.backend.token, ...headers } });
const accept = { accept: 'application/fhir+json' };

async function readFhir<Kind = Bundle>(answer: Response): Promise<Kind> {
  expect(answer.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8');
  return (await answer.json()) as Kind;
}

describe('a report in strict FHIR', () => {
  it('is a document without an envelope, by its format or by the header', async () => {
    const made = await desk.create({ visitIdentifier: 'visit 9', forcedScoringSystems: ['apasi', 'alegi'] });
    const path = `${reportsPath}/${made.id}`;
    const bundle = await readFhir(await ask(`${path}?format=fhir-r4`));
    expect(faultsOf(bundle)).toEqual([]);
    expect(bundle.entry?.slice(0, 2).map(({ resource }) => resource?.resourceType)).toEqual([
      'Composition',
      'DiagnosticReport',
    ]);
    const types = (each: Bundle) =>
      each.entry?.map(({ resource }) => `${resource?.resourceType} ${resource?.id}`);
    const byHeader = await readFhir(await ask(path.replace('s2s-api', 's2s'), accept));
    expect(types(byHeader)).toEqual(types(bundle));
  });

  it('speaks the language that is asked for', async () => {
    const made = await desk.create();
    for (const locale of ['en', 'es', 'fr', 'de', 'pt']) {
      const bundle = await readFhir(await ask(`${reportsPath}/${made.id}?locale=${locale}`, accept));
      expect([bundle.language, faultsOf(bundle)]).toEqual([locale, []]);
    }
  });

  it('leads to pictures that open', async () => {
    const made = await desk.create();
    const bundle = await readFhir(await ask(`${reportsPath}/${made.id}?format=fhir-r4`));
    const links = bundle.entry?.flatMap(({ resource }) =>
      resource?.resourceType === 'Media' ? (resource.content.url ?? []) : [],
    );
    expect(links?.length).toBeGreaterThan(0);
    for (const link of links ?? [])
      expect((await desk.follow(link)).headers.get('content-type')).toBe('image/jpeg');
  });

  it('is another view where another format is named, whatever the header says', async () => {
    const made = await desk.create();
    const answer = await ask(`${reportsPath}/${made.id}?format=raw`, accept);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ success: true });
  });
});

describe('a refusal in strict FHIR', () => {
  it.each([
    ['not-found', 404, `${reportsPath}/AAAA?format=fhir-r4`, {}],
    ['not-found', 404, `${reportsPath}/AAAA`, accept],
    ['login', 401, `${reportsPath}/AAAA`, { ...accept, 'x-api-token': 'nobody' }],
    ['invalid', 422, `${reportsPath}/AAAA?locale=xx`, accept],
    ['not-found', 404, '/fhir/CodeSystem/nothing', {}],
    ['not-found', 404, '/fhir/Patient', {}],
    ['not-found', 404, '/fhir', {}],
    ['not-found', 404, '/fhir/CodeSystem/a/b', {}],
  ])('is an OperationOutcome: %s %d %s', async (code, status, path, headers) => {
    const answer = await ask(path, headers);
    expect(answer.status).toBe(status);
    const outcome = await readFhir<OperationOutcome>(answer);
    expect(outcome.issue[0]).toMatchObject({ severity: 'error', code });
    expect(faultsOf(outcome)).toEqual([]);
  });

  it('is one for a method that a resource does not have', async () => {
    const answer = await ask('/fhir/metadata', {}, 'POST');
    expect([answer.status, (await readFhir<OperationOutcome>(answer)).issue[0]?.code]).toEqual([
      405,
      'not-supported',
    ]);
  });
});

describe('what reports refer to', () => {
  it('is told by the capability statement, without a token', async () => {
    const answer = await fetch(`${desk.tiny.origin}/fhir/metadata`);
    const statement = await readFhir<Resource>(answer);
    expect(faultsOf(statement)).toEqual([]);
    if (statement.resourceType !== 'CapabilityStatement') throw new Error(statement.resourceType);
    const types = statement.rest?.flatMap(({ resource = [] }) => resource.map(({ type }) => type)) ?? [];
    expect(types).toContain('Questionnaire');
    for (const type of types) {
      const list = await readFhir(await ask(`/fhir/${type}`));
      expect([type, faultsOf(list)]).toEqual([type, []]);
      expect(list.total).toBeGreaterThan(0);
      const [first] = list.entry ?? [];
      const found = await readFhir(
        await ask(`/fhir/${type}?url=${encodeURIComponent(first?.fullUrl ?? '')}`),
      );
      expect(found.entry).toEqual([first]);
      expect(await readFhir<Resource>(await ask(`/fhir/${type}/${first?.resource?.id}`))).toEqual(
        first?.resource,
      );
      expect((await readFhir(await ask(`/fhir/${type}?url=x`))).total).toBe(0);
    }
  });

  it('is not sent twice', async () => {
    const first = await ask('/fhir/CodeSystem/condition');
    const again = await ask('/fhir/CodeSystem/condition', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect([first.status, again.status]).toEqual([200, 304]);
  });
});
