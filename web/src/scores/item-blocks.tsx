// SPDX-License-Identifier: Apache-2.0
import { useScoreText } from './score-words.ts';
import type { Answers, ItemBlock, ItemSet, Question } from './to-scores.ts';

/** What is asked, with what may be answered; places that ask the same stand together. */
export function ItemBlocks({ blocks }: { readonly blocks: readonly ItemBlock[] }) {
  return (
    <>
      {blocks.map((block) => (
        <div
          key={block.places[0]?.code ?? 'alone'}
          class={block.places.length > 0 ? 'item-block placed' : 'item-block'}
        >
          {block.places.length > 0 && <Places places={block.places} />}
          <dl class="item-sets">
            {block.sets.map((set) => (
              <SetRow key={set.items[0]?.code} set={set} />
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function Places({ places }: Pick<ItemBlock, 'places'>) {
  const { s } = useScoreText();
  return (
    <div class="places">
      {places.length > 1 && <p class="soft small">{s('each')}</p>}
      <ul>
        {places.map(({ code, name, isRequired }) => (
          <li key={code}>
            {name} <code>{code}</code> {!isRequired && <span class="chip">{s('optional')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function SetRow({ set }: { readonly set: ItemSet }) {
  return (
    <div>
      {set.items.map((item) => (
        <dt key={item.code}>
          <QuestionName item={item} />
        </dt>
      ))}
      <dd>
        <AnswerList answers={set.answers} />
      </dd>
    </div>
  );
}

function QuestionName({ item }: { readonly item: Question }) {
  const { s } = useScoreText();
  return (
    <>
      {item.name} <code>{item.code}</code> {item.isSeen && <span class="chip">{s('read')}</span>}{' '}
      {!item.isRequired && <span class="chip">{s('optional')}</span>}
    </>
  );
}

function AnswerList({ answers }: { readonly answers: Answers }) {
  const answerWords = useAnswerWords();
  if (answers.kind !== 'words') return <span class="number">{answerWords(answers)}</span>;
  return (
    <ul class="answer-list">
      {answers.options.map(({ value, text }) => (
        <li key={value}>
          <span class="number">{value}</span> {text}
        </li>
      ))}
    </ul>
  );
}

function useAnswerWords(): (answers: Exclude<Answers, { kind: 'words' }>) => string {
  const { s, number } = useScoreText();
  return (answers) => {
    if (answers.kind === 'values') return toValueWords(answers.values, number);
    const { minimum, maximum, decimals } = answers;
    const words = { from: number(minimum), to: number(maximum ?? 0), step: number(10 ** -decimals) };
    if (decimals === 0) return maximum === null ? s('wholeOpen', words) : s('whole', words);
    return maximum === null ? s('decimalOpen', words) : s('decimal', words);
  };
}

/** `0–4` where no number is left out, else each one. */
function toValueWords(values: readonly number[], number: (value: number) => string): string {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const isDense = values.length > 2 && values.every((value, at) => value === first + at);
  return isDense ? `${number(first)}–${number(last)}` : values.map(number).join(', ');
}
