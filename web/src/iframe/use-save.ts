// SPDX-License-Identifier: Apache-2.0
import type { AnswerDraftRequest } from '@openderm/contract';
import { useFlow } from './flow-context.ts';
import { useTrouble } from './trouble-context.ts';

/** Sends what the person said and shows it at once; what could not be sent is asked for again. */
export function useSave(): (answers: AnswerDraftRequest) => Promise<void> {
  const { client, draft, setDraft } = useFlow();
  const report = useTrouble();
  return async (answers) => {
    setDraft({ ...draft, answers: { ...draft.answers, ...pickAnswers(answers) } });
    try {
      setDraft(await client.answer(answers));
    } catch (error) {
      setDraft(draft);
      report(error);
    }
  };
}

function pickAnswers({ concern, bodySite, anamnesis }: AnswerDraftRequest) {
  return {
    ...(concern === undefined ? {} : { concern }),
    ...(bodySite === undefined ? {} : { bodySite }),
    ...(anamnesis === undefined ? {} : { anamnesis }),
  };
}
