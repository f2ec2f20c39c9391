// SPDX-License-Identifier: Apache-2.0
import {
  SeverityAssessmentAutomaticQuery,
  SeverityAssessmentGlobalRequest,
  SeverityAssessmentGlobalResponse,
  SeverityAssessmentLocalRequest,
  SeverityAssessmentLocalResponse,
} from '@openderm/contract';
import globalRequest from '@openderm/contract/examples/severity-assessment-global.request.json' with {
  type: 'json',
};
import globalResponse from '@openderm/contract/examples/severity-assessment-global.response.json' with {
  type: 'json',
};
import localRequest from '@openderm/contract/examples/severity-assessment-local.request.json' with {
  type: 'json',
};
import localResponse from '@openderm/contract/examples/severity-assessment-local.response.json' with {
  type: 'json',
};
import type { FastifyTypeProviderDefault } from 'fastify';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { AssessBody } from '../device/assess-body.ts';
import type { AssessPhotograph } from '../device/assess-photograph.ts';
import { DeviceError } from '../errors.ts';
import type { GlobalAssessment, LocalAssessment } from '../record/photograph-assessment.ts';
import type { App } from './app.ts';
import { chooseLocale } from './choose-locale.ts';
import type { ReceiveImages } from './image-intake.ts';
import { imageRouteErrors } from './image-route-errors.ts';
import type { SentPhotograph } from './photograph-form.ts';
import { accountOf, type RequireToken } from './require-token.ts';
import { sendJsonPieces } from './send-json-pieces.ts';
import { needsToken } from './token-security.ts';
import type { SentWholeBody } from './whole-body-form.ts';

export interface SeverityAssessmentAutomaticDependencies {
  readonly requireToken: RequireToken;
  readonly receivePhotograph: ReceiveImages<SentPhotograph>;
  readonly receiveWholeBody: ReceiveImages<SentWholeBody>;
  readonly assessPhotograph: AssessPhotograph;
  readonly assessBody: AssessBody;
  /** JSON text in pieces. */
  writeLocalReport(assessment: LocalAssessment, locale: CatalogueLocale): Iterable<string>;
  /** JSON text in pieces. */
  writeGlobalReport(assessment: GlobalAssessment, locale: CatalogueLocale): Iterable<string>;
}

const common = {
  tags: ['Device'],
  security: needsToken,
  consumes: ['application/json'],
  querystring: SeverityAssessmentAutomaticQuery,
};

/** Photographs in, severity scores out: of one body site, or of several together. */
export function routeSeverityAssessmentAutomatic(
  app: App,
  dependencies: SeverityAssessmentAutomaticDependencies,
): void {
  routeLocal(app, dependencies);
  routeGlobal(app, dependencies);
}

function routeLocal(app: App, dependencies: SeverityAssessmentAutomaticDependencies): void {
  const { requireToken, receivePhotograph, assessPhotograph, writeLocalReport } = dependencies;
  // The texts of the answer follow the request: they are written here, not by the schema.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.post('/v1/severity-assessment/automatic/local', {
    onRequest: requireToken,
    schema: {
      ...common,
      operationId: 'severityAssessmentAutomaticLocal',
      summary: 'Severity scores of one photograph of one body site',
      description:
        'One or more scoring systems whose `path` at /v1/questionnaires leads here. The photograph shows the signs; what it cannot show is answered in `questionnaireResponse`. Use a score only where `mediaValidity.isValid` is true. Decision support: the result is always preliminary.',
      body: { ...SeverityAssessmentLocalRequest, examples: [localRequest] },
      response: {
        200: { ...SeverityAssessmentLocalResponse, examples: [localResponse] },
        ...imageRouteErrors,
      },
    },
    handler: async (request, reply) => {
      const locale = chooseLocale(request);
      const [accountId, withPictures] = [accountOf(request), choosePictures(request)];
      const { finish, ...work } = assessPhotograph.start(accountId);
      const assessment = await receivePhotograph(request, reply, {
        ...work,
        finish: (sent) => finish({ ...sent, accountId, withPictures }),
      });
      return sendJsonPieces(reply, writeLocalReport(assessment, locale));
    },
  });
}

function routeGlobal(app: App, dependencies: SeverityAssessmentAutomaticDependencies): void {
  const { requireToken, receiveWholeBody, assessBody, writeGlobalReport } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.post('/v1/severity-assessment/automatic/global', {
    onRequest: requireToken,
    schema: {
      ...common,
      operationId: 'severityAssessmentAutomaticGlobal',
      summary: 'Severity scores of the whole body, of photographs of several body sites',
      description:
        'One photograph for each body site. A part of the body is allowed: `coverage` says how much it is. Of each site the answer has its own `mediaValidity` and score. Decision support: the result is always preliminary.',
      body: { ...SeverityAssessmentGlobalRequest, examples: [globalRequest] },
      response: {
        200: { ...SeverityAssessmentGlobalResponse, examples: [globalResponse] },
        ...imageRouteErrors,
      },
    },
    handler: async (request, reply) => {
      const locale = chooseLocale(request);
      const [accountId, withPictures] = [accountOf(request), choosePictures(request)];
      const { finish, ...work } = assessBody.start(accountId);
      const assessment = await receiveWholeBody(request, reply, {
        ...work,
        finish: (sent) => finish({ ...sent, accountId, withPictures }),
      });
      return sendJsonPieces(reply, writeGlobalReport(assessment, locale));
    },
  });
}

/** @throws DeviceError `invalidRequest` for a choice that there is none of */
function choosePictures({ query }: { readonly query: unknown }): boolean {
  const { pictures = 'all' } = query as { readonly pictures?: unknown };
  if (pictures === 'all' || pictures === 'none') return pictures === 'all';
  const msg = `Value error, Allowed for pictures: all, none`;
  throw new DeviceError('invalidRequest', {
    problems: [{ type: 'value_error', msg, loc: ['query', 'pictures'] }],
  });
}
