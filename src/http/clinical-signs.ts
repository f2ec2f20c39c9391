// SPDX-License-Identifier: Apache-2.0
import { ClinicalSignsResponse } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/clinical-signs.response.json' with { type: 'json' };
import type { FastifyTypeProviderDefault } from 'fastify';
import type { App } from './app.ts';
import { sendCached, toCached } from './cached-json.ts';

/** Every clinical sign that a score asks for; the same under both versions of the path. */
export function routeClinicalSigns(
  app: App,
  { clinicalSigns }: { readonly clinicalSigns: ClinicalSignsResponse },
): void {
  // A cached answer may be a 304, which the typed replies of the 200 schema do not know.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const list = toCached(clinicalSigns);
  for (const version of ['v1', 'v2.0']) {
    routes.get(`/${version}/clinical-signs`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'clinicalSigns' : 'clinicalSignsV2',
        summary: 'Clinical signs: what they are, and which scores grade them how',
        response: { 200: { ...ClinicalSignsResponse, examples: [responseExample] } },
      },
      handler: (request, reply) => sendCached(list, request, reply),
    });
  }
}
