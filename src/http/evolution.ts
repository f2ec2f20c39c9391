// SPDX-License-Identifier: Apache-2.0
import { EvolutionRequest, EvolutionResponse, SeverityAssessmentQuery } from '@openderm/contract';
import requestExample from '@openderm/contract/examples/evolution.request.json' with { type: 'json' };
import responseExample from '@openderm/contract/examples/evolution.response.json' with { type: 'json' };
import type { FastifyTypeProviderDefault } from 'fastify';
import type { FollowEvolution } from '../device/follow-evolution.ts';
import { toEvolutionReport } from '../fhir/evolution-series.ts';
import type { App } from './app.ts';
import { chooseLocale } from './choose-locale.ts';
import type { ReceiveDocument } from './document-intake.ts';
import { toErrorSchemas } from './error-schemas.ts';
import { createReadDocument } from './read-document.ts';
import { accountOf, type RequireToken } from './require-token.ts';
import { sendJsonPieces } from './send-json-pieces.ts';
import { needsToken } from './token-security.ts';

export interface EvolutionDependencies {
  readonly requireToken: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  readonly followEvolution: FollowEvolution;
}

const errors = toErrorSchemas(
  'unauthenticated',
  'bodyTooSlow',
  'bodyTooLarge',
  'wrongContentType',
  'invalidRequest',
  'malformedJson',
  'queueFull',
);

/** A patient's scores over time. A POST, so that no key of a patient stands in an address or a log of addresses. */
export function routeEvolution(app: App, dependencies: EvolutionDependencies): void {
  const { requireToken, receiveDocument, followEvolution } = dependencies;
  const readRequest = createReadDocument(EvolutionRequest, receiveDocument);
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.post('/v1/evolution', {
    onRequest: requireToken,
    schema: {
      tags: ['Device'],
      operationId: 'evolution',
      summary: 'Scores of a patient over time',
      description:
        'Every score that this account assessed under the same `subject`, with the change from the first to the last: reduction, named responses, trend, whether it matters to patients.',
      security: needsToken,
      consumes: ['application/json'],
      querystring: SeverityAssessmentQuery,
      body: { ...EvolutionRequest, examples: [requestExample] },
      response: { 200: { ...EvolutionResponse, examples: [responseExample] }, ...errors },
    },
    handler: async (request, reply) => {
      const locale = chooseLocale(request);
      const { subject, scoringSystem } = await readRequest(request);
      const code = scoringSystem ?? null;
      const accountId = accountOf(request);
      const series = await followEvolution({ accountId, subject: subject.toWellFormed(), code });
      return sendJsonPieces(reply, [JSON.stringify(toEvolutionReport(series, locale))]);
    },
  });
}
