// SPDX-License-Identifier: Apache-2.0
import {
  SeverityAssessmentManualRequest,
  SeverityAssessmentManualResponse,
  SeverityAssessmentQuery,
} from '@openderm/contract';
import requestExample from '@openderm/contract/examples/severity-assessment-manual.request.json' with {
  type: 'json',
};
import responseExample from '@openderm/contract/examples/severity-assessment-manual.response.json' with {
  type: 'json',
};
import type { FastifyTypeProviderDefault } from 'fastify';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { AssessSeverity } from '../device/assess-severity.ts';
import type { SeverityAssessment } from '../record/severity-assessment.ts';
import type { App } from './app.ts';
import { createFindProblems } from './body/find-problems.ts';
import { chooseLocale } from './choose-locale.ts';
import type { ReceiveDocument } from './document-intake.ts';
import { toErrorSchemas } from './error-schemas.ts';
import { accountOf, type RequireToken } from './require-token.ts';
import { sendJsonPieces } from './send-json-pieces.ts';
import { toSeverityRequest } from './severity-request.ts';
import { needsToken } from './token-security.ts';

export interface SeverityAssessmentManualDependencies {
  readonly requireToken: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  readonly assessSeverity: AssessSeverity;
  presentSeverity(assessment: SeverityAssessment, locale: CatalogueLocale): SeverityAssessmentManualResponse;
}

const errors = toErrorSchemas(
  'unauthenticated',
  'bodyTooSlow',
  'bodyTooLarge',
  'imageTooLarge',
  'wrongContentType',
  'invalidRequest',
  'malformedJson',
  'tooManyImages',
  'queueFull',
);

/** Answers of a clinician or patient in, scores out. */
export function routeSeverityAssessmentManual(
  app: App,
  { requireToken, receiveDocument, assessSeverity, presentSeverity }: SeverityAssessmentManualDependencies,
): void {
  const findProblems = createFindProblems(SeverityAssessmentManualRequest);
  // The texts of the answer follow the request: they are written here, not by the schema.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.post('/v1/severity-assessment/manual', {
    onRequest: requireToken,
    schema: {
      tags: ['Device'],
      operationId: 'severityAssessmentManual',
      summary: 'Severity scores from questionnaire answers',
      description:
        'One or more scoring systems of /v1/questionnaires. Photographs that come along are not analysed. A score that was not made for the condition is counted with a warning. Decision support: the result is always preliminary.',
      security: needsToken,
      consumes: ['application/json'],
      querystring: SeverityAssessmentQuery,
      body: { ...SeverityAssessmentManualRequest, examples: [requestExample] },
      response: { 200: { ...SeverityAssessmentManualResponse, examples: [responseExample] }, ...errors },
    },
    handler: async (request, reply) => {
      const locale = chooseLocale(request);
      const document = await receiveDocument(request);
      const sent = toSeverityRequest(document, findProblems(document));
      const assessment = await assessSeverity({ ...sent, accountId: accountOf(request) });
      const answer = presentSeverity(assessment, locale);
      return sendJsonPieces(reply, [JSON.stringify(answer)]);
    },
  });
}
