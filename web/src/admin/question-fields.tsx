// SPDX-License-Identifier: Apache-2.0
import { useAdminText } from './admin-words.ts';
import { TextSetting } from './setting-field.tsx';
import { type Locale, localeNames, newQuestion, type QuestionDraft } from './settings-draft.ts';
import type { SettingsPartProps } from './settings-form.tsx';

/** The questions to the patient, in the order in which they are asked. */
export function QuestionFields({ draft, edit, faultsAt }: SettingsPartProps) {
  const a = useAdminText();
  const { questions } = draft;
  const replace = (index: number, next: QuestionDraft) => edit({ questions: questions.with(index, next) });
  return (
    <fieldset class="card stack">
      <legend>{a('settings.questions')}</legend>
      {questions.length === 0 && <p class="soft">{a('settings.noQuestions')}</p>}
      {questions.map((question, index) => (
        <Question
          // Questions have no identity but their place: their ids are what is being typed.
          key={String(index)}
          question={question}
          index={index}
          faultsAt={faultsAt}
          onChange={(next) => replace(index, next)}
          onRemove={() => edit({ questions: questions.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <button
          type="button"
          class="button small"
          onClick={() => edit({ questions: [...questions, newQuestion(questions.length)] })}
        >
          {a('settings.addQuestion')}
        </button>
      </div>
    </fieldset>
  );
}

interface QuestionProps extends Pick<SettingsPartProps, 'faultsAt'> {
  readonly question: QuestionDraft;
  readonly index: number;
  readonly onChange: (question: QuestionDraft) => void;
  readonly onRemove: () => void;
}

function Question({ question, index, faultsAt, onChange, onRemove }: QuestionProps) {
  const a = useAdminText();
  const number = index + 1;
  const place = `anamnesis.${index}`;
  const textFaults = faultsAt(`${place}.text`);
  return (
    <fieldset class="stack question">
      <legend>{a('settings.question', { number })}</legend>
      <TextSetting
        id={`question-${index}`}
        label={a('settings.questionId')}
        faults={faultsAt(`${place}.id`)}
        value={question.id}
        onValue={(id) => onChange({ ...question, id })}
      />
      {Object.entries(localeNames).map(([tag, name], at) => (
        <TextSetting
          key={tag}
          id={`question-${index}-${tag}`}
          label={name}
          faults={at === 0 ? textFaults : []}
          value={question.text[tag as Locale]}
          onValue={(words) => onChange({ ...question, text: { ...question.text, [tag]: words } })}
        />
      ))}
      <div>
        <button type="button" class="button small" onClick={onRemove}>
          {a('settings.removeQuestion', { number })}
        </button>
      </div>
    </fieldset>
  );
}
