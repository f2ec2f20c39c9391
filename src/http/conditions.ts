// SPDX-License-Identifier: Apache-2.0
import { ConditionParams, ConditionResponse, ConditionsResponse } from '@openderm/contract';
import conditionExample from '@openderm/contract/examples/condition.response.json' with { type: 'json' };
import listExample from '@openderm/contract/examples/conditions.response.json' with { type: 'json' };
import type { FastifyTypeProviderDefault } from 'fastify';
import { DeviceError } from '../errors.ts';
import type { App } from './app.ts';
import { sendCached, toCached } from './cached-json.ts';
import { toErrorSchemas } from './error-schemas.ts';

/** The catalogue with codes, names and the indicator matrix; the same under both versions of the path. */
export function routeConditions(app: App, { conditions }: { readonly conditions: ConditionsResponse }): void {
  // A cached answer may be a 304, which the typed replies of the 200 schema do not know.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const list = toCached(conditions);
  const bySlug = new Map(conditions.map((condition) => [condition.slug, toCached(condition)]));
  for (const version of ['v1', 'v2.0']) {
    routes.get(`/${version}/conditions`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'conditions' : 'conditionsV2',
        summary: 'All conditions of the catalogue',
        response: { 200: { ...ConditionsResponse, examples: [listExample] } },
      },
      handler: (request, reply) => sendCached(list, request, reply),
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
      handler: (request, reply) => {
        const condition = bySlug.get((request.params as ConditionParams).slug);
        if (condition === undefined) throw new DeviceError('notFound');
        return sendCached(condition, request, reply);
      },
    });
  }
}
