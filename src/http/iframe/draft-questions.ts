// SPDX-License-Identifier: Apache-2.0
import { AnswerQuestionsRequest, PageQuestions } from '@openderm/contract';
import type { AskedOfDraft, DraftQuestions } from '../../device/drafts/draft-questions.ts';
import type { Wording } from '../../fhir/wording.ts';
import type { App } from '../app.ts';
import { toProblemSchemas } from '../error-schemas.ts';
import { draftPath } from './drafts.ts';
import { handleOf, needsHandle, requireHandle } from './require-handle.ts';
import { toPageQuestions } from './to-page-questions.ts';

export interface DraftQuestionRoutes {
  readonly draftQuestions: DraftQuestions;
  readonly wording: Wording;
}

/** What severity needs to know that no photograph shows. */
export function routeDraftQuestions(app: App, { draftQuestions, wording }: DraftQuestionRoutes): void {
  const path = `${draftPath}/questions`;
  const known = { security: needsHandle, tags: ['Page'] };
  const gone = toProblemSchemas('unauthenticated', 'draftGone');
  const present = (asked: AskedOfDraft) => toPageQuestions(asked, wording);
  app.get(path, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'listDraftQuestions',
      summary: 'What the scores of the report ask and no photograph shows',
      description:
        'Asked once there is a report: for its pathology, and for the scores that the address has forced. Empty before.',
      response: { 200: PageQuestions, ...gone },
    },
    handler: async (request) => present(await draftQuestions.list(handleOf(request))),
  });
  app.post(path, {
    onRequest: requireHandle,
    schema: {
      ...known,
      operationId: 'answerDraftQuestions',
      summary: 'Add the scores that the answers make possible to the report',
      description:
        'All of them in one stroke, told to webhooks as `report.severity_added`; the answer says what is left.',
      body: AnswerQuestionsRequest,
      response: {
        200: PageQuestions,
        ...gone,
        ...toProblemSchemas(
          'notFound',
          'invalidRequest',
          'queueFull',
          'workerLost',
          'workerTimeout',
          'storageFull',
        ),
      },
    },
    handler: async (request) =>
      present(await draftQuestions.answer(handleOf(request), request.body.knownAnswers)),
  });
}
