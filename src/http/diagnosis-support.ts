// SPDX-License-Identifier: Apache-2.0
import { DiagnosisSupportRequest, DiagnosisSupportResponse } from '@openderm/contract';
import requestExample from '@openderm/contract/examples/diagnosis-support.request.json' with { type: 'json' };
import responseExample from '@openderm/contract/examples/diagnosis-support.response.json' with {
  type: 'json',
};
import type { Diagnose } from '../device/diagnose.ts';
import type { ConditionCode } from '../fhir/conclusion.ts';
import { writeDiagnosticReport } from '../fhir/diagnostic-report.ts';
import type { App } from './app.ts';
import type { ReceiveImages } from './image-intake.ts';
import { imageRouteErrors } from './image-route-errors.ts';
import { accountOf, type RequireToken } from './require-token.ts';
import { sendJsonPieces } from './send-json-pieces.ts';
import { needsToken } from './token-security.ts';

export interface DiagnosisSupportDependencies {
  readonly requireToken: RequireToken;
  readonly receiveImages: ReceiveImages;
  readonly diagnose: Diagnose;
  readonly conditionCodes: ReadonlyMap<string, ConditionCode>;
}

/** Photographs in, a ranked differential out. */
export function routeDiagnosisSupport(app: App, dependencies: DiagnosisSupportDependencies): void {
  const { requireToken, receiveImages, diagnose, conditionCodes } = dependencies;
  app.post('/v1/diagnosis-support', {
    onRequest: requireToken,
    schema: {
      tags: ['Device'],
      operationId: 'diagnosisSupport',
      summary: 'Ranked differential of one or more skin photographs',
      description:
        'Every photograph is read on its own and all valid ones together. An invalid photograph does not fail the call: see `mediaValidity`. Decision support: the result is always preliminary.',
      security: needsToken,
      consumes: ['application/json'],
      body: { ...DiagnosisSupportRequest, examples: [requestExample] },
      response: { 200: { ...DiagnosisSupportResponse, examples: [responseExample] }, ...imageRouteErrors },
    },
    handler: async (request, reply) => {
      const work = diagnose.start(accountOf(request));
      const diagnosis = await receiveImages(request, reply, work);
      return sendJsonPieces(reply, writeDiagnosticReport(diagnosis, conditionCodes));
    },
  });
}
