// SPDX-License-Identifier: Apache-2.0
import {
  AnswerDraftRequest,
  OpenDraftRequest,
  OpenDraftResponse,
  PageDraft,
  RawReport,
} from '@openderm/contract';
import Type from 'typebox';
import type { DraftDesk } from '../../device/drafts/draft-desk.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';
import type { WriteReport } from '../s2s/reports.ts';
import { sendJsonPieces } from '../send-json-pieces.ts';
import { handleOf, needsHandle, requireHandle } from './require-handle.ts';
import { toPageDraft } from './to-page-draft.ts';

export interface DraftRoutes {
  readonly draftDesk: DraftDesk;
  readonly writeRawReport: WriteReport;
}

export const draftsPath = '/iframe/api/drafts';
export const draftPath = '/iframe/api/draft';

/** Answers of people on small pages. */
const bodyLimitBytes = 1024 * 1024;

/** What the embeddable page asks for: a report being made, step by step, by whoever holds its handle. */
export function routeDrafts(app: App, dependencies: DraftRoutes): void {
  routeOpen(app, dependencies);
  routeReadAndAnswer(app, dependencies);
  routeOutcome(app, dependencies);
}

const known = { security: needsHandle, tags: ['Page'] };
const gone = toProblemSchemas('unauthenticated', 'draftGone');

function routeOpen(app: App, { draftDesk }: DraftRoutes): void {
  app.post(draftsPath, {
    bodyLimit: bodyLimitBytes,
    schema: {
      tags: ['Page'],
      operationId: 'openDraft',
      summary: 'Begin a report on a page',
      description: 'Unknown and invalid parameters are ignored and named in the answer.',
      body: OpenDraftRequest,
      response: {
        200: OpenDraftResponse,
        ...toProblemSchemas(
          'unknownAppKey',
          'tooManyDrafts',
          'invalidRequest',
          'bodyTooLarge',
          'wrongContentType',
        ),
      },
    },
    handler: async ({ body: { appKey, parameters }, ip }): Promise<OpenDraftResponse> => {
      const { handle, view, ignored } = await draftDesk.open(appKey, parameters ?? {}, ip);
      return { handle, ignored: [...ignored], draft: toPageDraft(view, null) };
    },
  });
}

function routeReadAndAnswer(app: App, { draftDesk }: DraftRoutes): void {
  app.get(draftPath, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'readDraft',
      summary: 'The report being made, and how far its analysis is',
      response: { 200: PageDraft, ...gone },
    },
    handler: async (request) => present(await draftDesk.read(handleOf(request))),
  });
  app.patch(draftPath, {
    onRequest: requireHandle,
    bodyLimit: bodyLimitBytes,
    schema: {
      ...known,
      operationId: 'answerDraft',
      summary: 'What the person on the page said; what is absent stays as it was',
      body: AnswerDraftRequest,
      response: { 200: PageDraft, ...gone, ...toProblemSchemas('invalidRequest') },
    },
    handler: async (request) => present(await draftDesk.answer(handleOf(request), request.body)),
  });
  app.delete(draftPath, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'discardDraft',
      summary: 'Forget the photographs and answers at once; a report that was made stays',
      response: { 204: { type: 'null', description: 'Forgotten.' }, ...gone },
    },
    handler: async (request, reply) => {
      await draftDesk.discard(handleOf(request));
      return reply.code(204).send(null);
    },
  });
}

function routeOutcome(app: App, { draftDesk, writeRawReport }: DraftRoutes): void {
  app.post(`${draftPath}/analysis`, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'analyseDraft',
      summary: 'Begin the analysis, or join the one that runs',
      response: { 202: PageDraft, ...gone, ...toProblemSchemas('invalidRequest') },
    },
    handler: async (request, reply) =>
      reply.code(202).send(present(await draftDesk.analyse(handleOf(request)))),
  });
  app.get(`${draftPath}/report`, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'readDraftReport',
      summary: 'The report as the server-to-server API gives it; only where the page may show it',
      response: { 200: Type.Unsafe<RawReport>(RawReport), ...gone, ...toProblemSchemas('notFound') },
    },
    handler: async (request, reply) =>
      sendJsonPieces(reply, [writeRawReport(await draftDesk.report(handleOf(request)))]),
  });
}

type Seen = Awaited<ReturnType<DraftDesk['read']>>;

function present({ view, reportId }: Seen): PageDraft {
  return toPageDraft(view, reportId);
}
