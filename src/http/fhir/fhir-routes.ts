// SPDX-License-Identifier: Apache-2.0
import type { Bundle, CapabilityStatement, Resource } from '@medplum/fhirtypes';
import type { FastifyReply, FastifyRequest, FastifyTypeProviderDefault } from 'fastify';
import Type from 'typebox';
import { DeviceError } from '../../errors.ts';
import type { App } from '../app.ts';
import { type CachedJson, sendCached, toCached } from '../cached-json.ts';
import { fhirContentType, fhirPrefix } from './wants-fhir.ts';

/** What is published: each under its type, its id, and its canonical address. */
export interface PublishedDependencies {
  readonly published: {
    readonly capabilities: CapabilityStatement;
    readonly resources: readonly (Resource & { readonly id: string; readonly url: string })[];
  };
}

const resource = {
  type: 'object',
  properties: { resourceType: { type: 'string' } },
  required: ['resourceType'],
};
const answer = (description: string) => ({
  description,
  content: { 'application/fhir+json': { schema: resource } },
});
const common = { tags: ['FHIR'] };
const notFound = answer('`notFound`: an OperationOutcome.');

/** Our code systems, value sets and questionnaires, for readers of reports in FHIR R4; open to everybody. */
export function routeFhir(app: App, { published: { capabilities, resources } }: PublishedDependencies): void {
  // Answers are written once, and may be a 304.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const statement = toCached(capabilities);
  const written = new Map(resources.map((each) => [`${each.resourceType}/${each.id}`, toCached(each)]));
  const types = new Set(resources.map(({ resourceType }) => resourceType as string));
  const lists = new Map<string, CachedJson>();
  // Whole lists are large: each is written when somebody first asks for it.
  const listAll = (type: string, found: typeof resources): CachedJson => {
    const list = lists.get(type) ?? toCached(toSearchset(found));
    lists.set(type, list);
    return list;
  };
  routes.get(`${fhirPrefix}/metadata`, {
    schema: {
      ...common,
      operationId: 'fhirCapabilities',
      summary: 'What a FHIR client may ask this server',
      response: { 200: answer('A CapabilityStatement.') },
    },
    handler: (request, reply) => sendFhir(statement, request, reply),
  });
  routes.get(`${fhirPrefix}/:type/:id`, {
    schema: {
      ...common,
      operationId: 'fhirRead',
      summary: 'A code system, value set, concept map, questionnaire or extension of ours',
      params: Type.Object({ type: Type.String(), id: Type.String() }),
      response: { 200: answer('The resource.'), 404: notFound },
    },
    handler: (request, reply) => {
      const { type, id } = request.params as Record<'type' | 'id', string>;
      const found = written.get(`${type}/${id}`);
      if (found === undefined) throw new DeviceError('notFound');
      return sendFhir(found, request, reply);
    },
  });
  routes.get(`${fhirPrefix}/:type`, {
    schema: {
      ...common,
      operationId: 'fhirSearch',
      summary: 'Everything of a type, or what has a canonical address',
      params: Type.Object({ type: Type.String() }),
      querystring: Type.Object({ url: Type.Optional(Type.String({ description: 'Without a version.' })) }),
      response: { 200: answer('A Bundle.'), 404: notFound },
    },
    handler: (request, reply) => {
      const { type } = request.params as { readonly type: string };
      const { url } = request.query as { readonly url?: unknown };
      if (!types.has(type)) throw new DeviceError('notFound');
      const ofType = resources.filter(({ resourceType }) => resourceType === type);
      if (url === undefined) return sendFhir(listAll(type, ofType), request, reply);
      const found = ofType.filter((each) => each.url === url);
      return sendFhir(toCached(toSearchset(found)), request, reply);
    },
  });
}

function toSearchset(found: PublishedDependencies['published']['resources']): Bundle {
  const entry = found.map((each) => ({
    fullUrl: each.url,
    resource: each,
    search: { mode: 'match' as const },
  }));
  const total = found.length;
  return { resourceType: 'Bundle', type: 'searchset', total, ...(total === 0 ? {} : { entry }) };
}

function sendFhir(cached: CachedJson, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendCached({ ...cached, contentType: fhirContentType }, request, reply);
}
