// SPDX-License-Identifier: Apache-2.0
import type { PageQuestionForm } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { type Answers, collectAnswers } from '../questions/collect-answers.ts';
import { fetchQuestions } from '../questions/fetch-questions.ts';
import { QuestionForms } from '../questions/question-forms.tsx';
import { throughLostConnections } from '../through-lost-connections.ts';
import { useTrouble } from '../trouble-context.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** What severity needs to know that no photograph shows. Passed by where nothing is asked. */
export function QuestionsStep() {
  const { next } = useFlow();
  const { w } = useWords();
  const forms = useForms(next);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [showsMissing, setShowsMissing] = useState(false);
  const send = useSend();
  const { knownAnswers, missing } = collectAnswers(forms ?? [], answers);
  const isEmpty = Object.keys(knownAnswers).length === 0;
  const goOn = async () => {
    setShowsMissing(missing.length > 0);
    if (missing.length > 0) return;
    setBusy(true);
    if (isEmpty || (await send(knownAnswers))) next();
    else setBusy(false);
  };
  const isWaiting = forms === undefined || isBusy;
  return (
    <StepFrame
      heading={w('body.questions')}
      onNext={goOn}
      isNextDisabled={isBusy}
      // No button before its meaning is known: what stands under the thumb then belongs to another step.
      nextLabel={forms === undefined ? null : w(isEmpty ? 'page.skip' : 'page.next')}
    >
      <p class="soft" role={isWaiting ? 'status' : undefined}>
        {w(isBusy ? 'body.counting' : forms === undefined ? 'result.loading' : 'body.questionsHint')}
      </p>
      {showsMissing && missing.length > 0 && (
        <p class="note" role="alert">
          {w('body.someMissing')}
        </p>
      )}
      <QuestionForms
        forms={forms ?? []}
        answers={answers}
        missing={showsMissing ? missing : []}
        onAnswers={setAnswers}
      />
    </StepFrame>
  );
}

/** What is asked; undefined until it is known. @param onNothing called where nothing is */
function useForms(onNothing: () => void): readonly PageQuestionForm[] | undefined {
  const { client } = useFlow();
  const onTrouble = useTrouble();
  const [forms, setForms] = useState<readonly PageQuestionForm[]>();
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    fetchQuestions(client, { onTrouble, signal })
      .then((asked) => {
        if (asked.length === 0) onNothing();
        else setForms(asked);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        onTrouble(error);
        // The report is there: nobody shall be kept from it by what cannot be asked.
        setForms([]);
      });
    return () => abort.abort();
  }, []);
  return forms;
}

/** Adds the scores to the report; false when it could not be done. The host was told of the report: webhooks tell of scores. */
function useSend(): (
  answers: Parameters<ReturnType<typeof useFlow>['client']['answerQuestions']>[0],
) => Promise<boolean> {
  const { client } = useFlow();
  const onTrouble = useTrouble();
  return async (answers) => {
    try {
      await throughLostConnections(() => client.answerQuestions(answers), { onTrouble });
      return true;
    } catch (error) {
      onTrouble(error);
      return false;
    }
  };
}
