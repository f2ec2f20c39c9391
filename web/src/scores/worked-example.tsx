// SPDX-License-Identifier: Apache-2.0
import type { QuestionnaireBand, QuestionnaireItem, QuestionnaireResponse } from '@openderm/contract';
import { useRangeWords } from './band-scale.tsx';
import { type AnsweredPlace, listAnswers } from './list-answers.ts';
import { useScoreText } from './score-words.ts';
import { textIn } from './to-scores.ts';

export interface WorkedExampleProps {
  /** The form that has it. */
  readonly questionnaire: QuestionnaireResponse;
}

/** Answers and the score they give. */
export function WorkedExample({ questionnaire }: WorkedExampleProps) {
  const { s, language } = useScoreText();
  const { workedExample, item, resultItem } = questionnaire;
  if (workedExample === null) return null;
  const items: readonly QuestionnaireItem[] = [...item, ...resultItem];
  return (
    <table class="worked">
      <caption>
        {s('exampleNote')}{' '}
        {workedExample.bodySite !== null && `${s('exampleSite')}: ${workedExample.bodySite}.`}
      </caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{s('question')}</th>
          <th scope="col">{s('answer')}</th>
        </tr>
      </thead>
      <tbody>
        {listAnswers(items, workedExample.item, language).map((place) => (
          <AnswerRow key={place.path} place={place} />
        ))}
      </tbody>
      <tfoot>
        <ScoreRow questionnaire={questionnaire} />
      </tfoot>
    </table>
  );
}

function AnswerRow({ place }: { readonly place: AnsweredPlace }) {
  const { number } = useScoreText();
  return (
    <tr>
      <th scope="row">{place.name}</th>
      <td>
        <span class="answers">
          {place.answers.map(({ code, name, value, words }) => (
            <span key={code}>
              {name !== '' && `${name} `}
              <span class="number">{number(value)}</span> <span class="soft">{words}</span>
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}

function ScoreRow({ questionnaire }: WorkedExampleProps) {
  const { s, number, language } = useScoreText();
  const rangeWords = useRangeWords();
  const { workedExample, bands } = questionnaire;
  if (workedExample === null) return null;
  const band = bands?.find(({ code }) => code === workedExample.category);
  const ownRange = workedExample.bandRange;
  const isOfSite = band !== undefined && ownRange !== null && ownRange !== band.range;
  return (
    <tr>
      <th scope="row">{s('result')}</th>
      <td>
        <strong class="number">{number(workedExample.score)}</strong>{' '}
        <strong>{band === undefined ? '' : textIn(band.category, language)}</strong>{' '}
        {isOfSite && (
          <span class="small soft">({s('ofSite', { range: rangeWords(readRange(ownRange)) })})</span>
        )}
      </td>
    </tr>
  );
}

type Bounds = Pick<QuestionnaireBand, 'from' | 'to' | 'fromInclusive' | 'toInclusive'>;

/** `[7, 15)` as the device writes it. */
function readRange(range: string): Bounds {
  const [from = '', to = ''] = range.slice(1, -1).split(', ');
  return {
    from: Number(from),
    to: to === '∞' ? null : Number(to),
    fromInclusive: range.startsWith('['),
    toInclusive: range.endsWith(']'),
  };
}
