// SPDX-License-Identifier: Apache-2.0
import { ConditionParams, ConditionResponse, ConditionsQuery, ConditionsResponse } from '@openderm/contract';
import conditionExample from '@openderm/contract/examples/condition.response.json' with { type: 'json' };
import listExample from '@openderm/contract/examples/conditions.response.json' with { type: 'json' };
import type { FastifyReply, FastifyRequest, FastifyTypeProviderDefault } from 'fastify';
import type { SearchConditions } from '../catalogue/search-conditions.ts';
import { DeviceError } from '../errors.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { App } from './app.ts';
import { sendCached, toCached } from './cached-json.ts';
import { chooseConditions, readConditionFilter } from './condition-filter.ts';
import { toErrorSchemas } from './error-schemas.ts';

interface Conditions {
  readonly conditions: ConditionsResponse;
  readonly searchConditions: SearchConditions;
}

type Answer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** The whole list is about half a megabyte, most filtered ones are far shorter. */
const maxKeptBytes = 8 * 1024 * 1024;

/** The catalogue with codes, names and the indicator matrix; the same under both versions of the path. */
export function routeConditions(app: App, parts: Conditions): void {
  // A cached answer may be a 304, which the typed replies of the 200 schema do not know.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const [answerList, answerOne] = [createAnswerList(parts), createAnswerOne(parts)];
  for (const version of ['v1', 'v2.0']) {
    routes.get(`/${version}/conditions`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'conditions' : 'conditionsV2',
        summary: 'Conditions of the catalogue: all, searched or filtered',
        querystring: ConditionsQuery,
        response: {
          200: { ...ConditionsResponse, examples: [listExample] },
          ...toErrorSchemas('invalidRequest'),
        },
      },
      handler: answerList,
    });
    routes.get(`/${version}/conditions/:slug`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'condition' : 'conditionV2',
        summary: 'One condition of the catalogue',
        params: ConditionParams,
        response: {
          200: { ...ConditionResponse, examples: [conditionExample] },
          ...toErrorSchemas('notFound'),
        },
      },
      handler: answerOne,
    });
  }
}

function createAnswerList({ conditions, searchConditions }: Conditions): Answer {
  const all = toCached(conditions);
  const written = new Map(conditions.map((condition) => [condition.slug, JSON.stringify(condition)]));
  const cache = createAnswerCache(maxKeptBytes);
  return (request, reply) => {
    const filter = readConditionFilter(request.query as ConditionsQuery);
    const key = JSON.stringify(filter);
    if (key === everything) return sendCached(all, request, reply);
    const choose = () =>
      chooseConditions(filter, searchConditions).map(({ slug }) => written.get(slug) ?? '');
    return sendCached(cache.get(key, choose), request, reply);
  };
}

const everything = JSON.stringify(readConditionFilter({}));

function createAnswerOne({ conditions }: Conditions): Answer {
  const bySlug = new Map(conditions.map((condition) => [condition.slug, toCached(condition)]));
  return (request, reply) => {
    const condition = bySlug.get((request.params as ConditionParams).slug);
    if (condition === undefined) throw new DeviceError('notFound');
    return sendCached(condition, request, reply);
  };
}
