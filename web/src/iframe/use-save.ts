// SPDX-License-Identifier: Apache-2.0
import type { AnswerDraftRequest } from '@openderm/contract';
import { useFlow } from './flow-context.ts';
import { useTrouble } from './trouble-context.ts';

/** Sends what the person said and shows it at once; false when it could not be sent, and then it is as before. */
export function useSave(): (answers: AnswerDraftRequest) => Promise<boolean> {
  const { client, draft, setDraft } = useFlow();
  const onTrouble = useTrouble();
  return async (answers) => {
    setDraft({ ...draft, answers: { ...draft.answers, ...pickAnswers(answers) } });
    try {
      setDraft(await client.answer(answers));
      return true;
    } catch (error) {
      setDraft(draft);
      onTrouble(error);
      return false;
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
