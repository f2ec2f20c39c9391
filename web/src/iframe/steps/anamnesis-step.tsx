// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useFlow } from '../flow-context.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

/** What the company asks of everybody before the photographs. No answer is demanded. */
export function AnamnesisStep() {
  const { draft, next, parameters } = useFlow();
  const { w, language } = useWords();
  const save = useSave();
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(
    () => new Map(draft.answers.anamnesis.map(({ id, answer }) => [id, answer])),
  );
  const keep = async () => {
    if (await save({ anamnesis: [...answers].map(([id, answer]) => ({ id, answer })) })) next();
  };
  return (
    <StepFrame heading={w('body.anamnesis')} onNext={keep}>
      {parameters.showsQuestionnaireTitles && <p class="soft">{w('body.anamnesisHint')}</p>}
      {draft.company.anamnesis.map(({ id, text }) => (
        <label class="question" key={id}>
          <span>{text[language] ?? text[draft.company.locale] ?? Object.values(text)[0]}</span>
          <textarea
            rows={2}
            value={answers.get(id) ?? ''}
            onInput={(event) => setAnswers(new Map(answers).set(id, event.currentTarget.value))}
          />
        </label>
      ))}
    </StepFrame>
  );
}
