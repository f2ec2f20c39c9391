// SPDX-License-Identifier: Apache-2.0
import swagger from '@fastify/swagger';
import type { App } from './app.ts';
import { handleScheme } from './iframe/require-handle.ts';
import { product } from './product.ts';
import { apiTokenScheme } from './s2s/require-api-token.ts';
import { tokenScheme } from './token-security.ts';

/** Describes every route that follows in one OpenAPI 3.1 document. */
export async function describeRoutes(app: App, { softwareVersion }: { readonly softwareVersion: string }) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: product.name,
        version: softwareVersion,
        description: `${product.description} ${product.intendedUse}`,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'Device', description: 'The compatible device API.' },
        { name: 'Reports', description: 'Diagnostic reports, from server to server.' },
        { name: 'Administration', description: 'Companies, keys and accounts; for administrators alone.' },
        { name: 'FHIR', description: 'What reports in FHIR R4 refer to; no login, cacheable.' },
        { name: 'Helpers', description: 'Catalogue and limits; no login, cacheable.' },
        { name: 'Operations', description: 'Health and measurements.' },
      ],
      components: {
        securitySchemes: {
          [tokenScheme]: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'From /v1/login.',
          },
          [apiTokenScheme]: {
            type: 'apiKey',
            in: 'header',
            name: 'X-API-TOKEN',
            description: "A token of a company's backend: `openderm token add`.",
          },
          [handleScheme]: {
            type: 'http',
            scheme: 'bearer',
            description: 'The handle of a report that is being made on a page.',
          },
        },
      },
    },
  });
  app.get('/openapi.json', { schema: { hide: true }, handler: () => app.swagger() });
}
