// SPDX-License-Identifier: Apache-2.0
import { DiscoveryResponse } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/discovery.response.json' with { type: 'json' };
import type { RouteOptions } from 'fastify';
import type { App } from './app.ts';
import { product } from './product.ts';

type Endpoint = DiscoveryResponse['endpoints'][number];

/** What answers here; lists the routes that follow it. */
export function routeDiscovery(app: App, { softwareVersion }: { readonly softwareVersion: string }): void {
  const endpoints: Endpoint[] = [];
  app.addHook('onRoute', (route) => {
    if (isListed(route)) endpoints.push(toEndpoint(route));
  });
  app.get('/v1/', {
    schema: {
      tags: ['Helpers'],
      operationId: 'discovery',
      summary: 'What answers here',
      response: { 200: { ...DiscoveryResponse, examples: [responseExample] } },
    },
    handler: (): DiscoveryResponse => ({
      name: product.name,
      version: softwareVersion,
      description: product.description,
      documentation: '/docs',
      openapi: '/openapi.json',
      endpoints,
    }),
  });
}

function isListed({ schema, method }: RouteOptions): boolean {
  return schema?.hide !== true && schema?.operationId !== undefined && method !== 'HEAD';
}

function toEndpoint({ method, url, schema }: RouteOptions): Endpoint {
  const login = (schema?.security ?? []).length > 0;
  return { method: String(method), path: url, summary: schema?.summary ?? '', login };
}
