// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyReply, type FastifyRequest } from 'fastify';
import { listIcd11Codes } from '../catalogue/icd11-relation.ts';
import { createSearchConditions } from '../catalogue/search-conditions.ts';
import type { ReportRequest } from '../device/report-request.ts';
import { toBodySiteList } from '../fhir/body-site-list.ts';
import { toConditionCodes } from '../fhir/conclusion.ts';
import { toConditionList } from '../fhir/condition-list.ts';
import { routeAdmin } from './admin/admin.ts';
import type { App } from './app.ts';
import type { AppDependencies } from './app-dependencies.ts';
import { bodiesInMemoryBytes, bodyLimits } from './body/body-limits.ts';
import { createByteBudget } from './body/byte-budget.ts';
import { createImageListForm } from './body/image-list-form.ts';
import { readImageRequest } from './body/read-image-request.ts';
import { routeBodySites } from './body-sites.ts';
import { routeClinicalSigns } from './clinical-signs.ts';
import { routeConditions } from './conditions.ts';
import { routeDeviceInformation } from './device-information.ts';
import { routeDiagnosisSupport } from './diagnosis-support.ts';
import { routeDiscovery } from './discovery.ts';
import { createReceiveDocument, type DocumentIntakeDependencies } from './document-intake.ts';
import { toEnvelopeSchemas, toErrorSchemas } from './error-schemas.ts';
import { routeEvolution } from './evolution.ts';
import { routeFhir } from './fhir/fhir-routes.ts';
import { guardAnswers } from './guard-answers.ts';
import { handleErrors, refuseAddress } from './handle-errors.ts';
import { routeHealth } from './health.ts';
import { routeDraftPhotos } from './iframe/draft-photos.ts';
import { routeDraftQuestions } from './iframe/draft-questions.ts';
import { routeDrafts } from './iframe/drafts.ts';
import { routeLogo } from './iframe/logo.ts';
import { routeReopenedReport } from './iframe/reopened-report.ts';
import { createReceiveImages } from './image-intake.ts';
import { routeImageQuality } from './image-quality.ts';
import { routeLimits } from './limits.ts';
import { routeLogin } from './login.ts';
import { routeMetrics } from './metrics.ts';
import { describeRoutes } from './openapi.ts';
import { routePages } from './pages.ts';
import { createPhotographForm } from './photograph-form.ts';
import { routeQuestionnaires } from './questionnaires.ts';
import { accountDecorator, accountOf, createRequireToken } from './require-token.ts';
import { allowRetries } from './retries/allow-retries.ts';
import { heldKeyDecorator } from './retries/held-key.ts';
import { routeAppKeys } from './s2s/app-keys.ts';
import { routeEraseReport } from './s2s/erase-report.ts';
import { isMultipart, readMultipart } from './s2s/read-multipart.ts';
import { createReportForm } from './s2s/report-form.ts';
import { routeReports } from './s2s/reports.ts';
import { callerOf, companyDecorator, companyOf, createRequireApiToken } from './s2s/require-api-token.ts';
import { routeSignedLinks } from './s2s/signed-links.ts';
import { routeSecurityTxt } from './security-txt.ts';
import { serverOptions } from './server-options.ts';
import { routeSeverityAssessmentAutomatic } from './severity-assessment-automatic.ts';
import { routeSeverityAssessmentManual } from './severity-assessment-manual.ts';
import { createWholeBodyForm } from './whole-body-form.ts';

/** The whole hall: every route by name, in the order of the documentation. Not yet listening. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { logger, trustProxy } = dependencies;
  const app: App = Fastify({
    ...serverOptions,
    loggerInstance: logger as FastifyBaseLogger,
    trustProxy,
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => {
      refuseAddress(error, request as FastifyRequest, reply as FastifyReply);
    },
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.decorateRequest(accountDecorator, '');
  app.decorateRequest(companyDecorator, null);
  app.decorateRequest(heldKeyDecorator, null);
  handleErrors(app);
  guardAnswers(app, dependencies);
  await describeRoutes(app, dependencies);
  routeHelpers(app, dependencies);
  routeLogin(app, dependencies);
  const intake = { budget: createByteBudget(bodiesInMemoryBytes), limits: bodyLimits };
  // What a patient says is longer than a label, and so is a logo.
  const longTexts = { ...intake, limits: { ...bodyLimits, maxStringCharacters: bodyLimits.maxTextBytes } };
  app.register(async (scope: App) => routeDevice(scope, intake, dependencies));
  app.register(async (scope: App) => routeServerToServer(scope, longTexts, dependencies));
  app.register(async (scope: App) => {
    readBodiesRaw(scope);
    const receiveDocument = createReceiveDocument(longTexts);
    routeAdmin(scope, { ...dependencies, ...longTexts, receiveDocument });
  });
  routeFhir(app, dependencies);
  routeSignedLinks(app, { openMedia: dependencies.readReport.openMedia, printPdf: dependencies.printPdf });
  app.register(async (scope: App) => {
    routeDrafts(scope, dependencies);
    routeDraftPhotos(scope, dependencies);
    routeLogo(scope, dependencies);
    routeDraftQuestions(scope, dependencies);
    routeReopenedReport(scope, dependencies);
  });
  routeHealth(app, dependencies);
  routeMetrics(app, dependencies);
  routeSecurityTxt(app, dependencies);
  await routePages(app, dependencies);
  return app;
}

function routeHelpers(app: App, dependencies: AppDependencies): void {
  routeDiscovery(app, dependencies);
  routeLimits(app, dependencies);
  routeConditions(app, {
    conditions: toConditionList(dependencies.catalogue),
    searchConditions: createSearchConditions(dependencies.catalogue),
  });
  routeBodySites(app, { bodySites: toBodySiteList(dependencies.bodySites) });
  routeClinicalSigns(app, dependencies);
  routeQuestionnaires(app, { ...dependencies, icd11Codes: listIcd11Codes(dependencies.catalogue) });
}

/** Bodies of these routes are read raw: the parser hands nothing on, the route reads the stream itself. */
function readBodiesRaw(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', (_request, _body, done) => done(null));
  app.setValidatorCompiler(() => () => true);
}

function routeDevice(app: App, intake: DocumentIntakeDependencies, dependencies: AppDependencies): void {
  readBodiesRaw(app);
  const { catalogue, diagnose, checkImageQuality, findTokenHolder } = dependencies;
  const requireToken = createRequireToken(findTokenHolder);
  const receiveDocument = createReceiveDocument(intake);
  const receiveImages = createReceiveImages({ ...intake, form: createImageListForm() });
  const conditionCodes = toConditionCodes(catalogue);
  const ownerOf = (request: FastifyRequest) => `account ${accountOf(request)}`;
  allowRetries(app, { ...dependencies, ...intake, ownerOf, toSchemas: toErrorSchemas });
  routeDiagnosisSupport(app, { requireToken, receiveImages, diagnose, conditionCodes });
  routeSeverityAssessmentManual(app, { ...dependencies, requireToken, receiveDocument });
  routeSeverityAssessmentAutomatic(app, {
    ...dependencies,
    requireToken,
    receivePhotograph: createReceiveImages({ ...intake, form: createPhotographForm() }),
    receiveWholeBody: createReceiveImages({ ...intake, form: createWholeBodyForm() }),
  });
  routeEvolution(app, { ...dependencies, requireToken, receiveDocument });
  routeImageQuality(app, { requireToken, receiveImages, checkImageQuality });
  routeDeviceInformation(app, { ...dependencies, requireToken, catalogueVersion: catalogue.version });
}

/** The second door: a company's backend makes and fetches reports. */
function routeServerToServer(
  app: App,
  intake: DocumentIntakeDependencies,
  dependencies: AppDependencies,
): void {
  readBodiesRaw(app);
  const requireApiToken = createRequireApiToken(dependencies.authenticateCompany);
  routeEraseReport(app, { ...dependencies, requireApiToken });
  routeAppKeys(app, { ...dependencies, requireApiToken, receiveDocument: createReceiveDocument(intake) });
  const receiveReport = createReceiveImages<ReportRequest>({
    ...intake,
    form: createReportForm(),
    readRequest: (raw, options) => (isMultipart(raw) ? readMultipart : readImageRequest)(raw, options),
  });
  app.register(async (scope: App) => {
    scope.addContentTypeParser('multipart/form-data', (_request, _body, done) => done(null));
    const ownerOf = (request: FastifyRequest) => `company ${companyOf(request).id}`;
    const noteRepeat = (request: FastifyRequest, reportId: string) =>
      dependencies.readReport.noteRepeat(callerOf(request), reportId);
    allowRetries(scope, { ...dependencies, ...intake, ownerOf, noteRepeat, toSchemas: toEnvelopeSchemas });
    routeReports(scope, { ...dependencies, requireApiToken, receiveReport });
  });
}
