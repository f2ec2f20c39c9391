// SPDX-License-Identifier: Apache-2.0
import { BodySitesResponse } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/body-sites.response.json' with { type: 'json' };
import type { FastifyTypeProviderDefault } from 'fastify';
import type { App } from './app.ts';
import { sendCached, toCached } from './cached-json.ts';

/** Every body site by code and name; the same under both versions of the path. */
export function routeBodySites(app: App, { bodySites }: { readonly bodySites: BodySitesResponse }): void {
  // A cached answer may be a 304, which the typed replies of the 200 schema do not know.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const list = toCached(bodySites);
  for (const version of ['v1', 'v2.0']) {
    routes.get(`/${version}/body-sites`, {
      schema: {
        tags: ['Helpers'],
        operationId: version === 'v1' ? 'bodySites' : 'bodySitesV2',
        summary: 'All body sites',
        response: { 200: { ...BodySitesResponse, examples: [responseExample] } },
      },
      handler: (request, reply) => sendCached(list, request, reply),
    });
  }
}
