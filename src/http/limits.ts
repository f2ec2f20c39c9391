// SPDX-License-Identifier: Apache-2.0
import { LimitsResponse } from '@openderm/contract';
import responseExample from '@openderm/contract/examples/limits.response.json' with { type: 'json' };
import type { App } from './app.ts';

/** How long a browser may keep what changes with a release or the configuration at most, in seconds. */
const maxAgeS = 300;

/** Every limit and threshold, so that clients need not hard-code any. */
export function routeLimits(app: App, { limits }: { readonly limits: LimitsResponse }): void {
  app.get('/v1/limits', {
    schema: {
      tags: ['Helpers'],
      operationId: 'limits',
      summary: 'Limits and thresholds of this server',
      response: { 200: { ...LimitsResponse, examples: [responseExample] } },
    },
    handler: (_request, reply) => {
      reply.header('cache-control', `public, max-age=${maxAgeS}`);
      return limits;
    },
  });
}
