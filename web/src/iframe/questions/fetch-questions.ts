// SPDX-License-Identifier: Apache-2.0
import type { PageQuestionForm } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import { type Persistence, throughLostConnections } from '../through-lost-connections.ts';
import { answerableForms } from './collect-answers.ts';

/** What the scores of a report still ask, through lost connections. */
export async function fetchQuestions(
  client: DraftClient,
  persistence: Persistence,
): Promise<readonly PageQuestionForm[]> {
  const { signal } = persistence;
  const ask = () => client.questions(signal === undefined ? {} : { signal });
  return answerableForms((await throughLostConnections(ask, persistence)).forms);
}
