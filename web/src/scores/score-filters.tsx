// SPDX-License-Identifier: Apache-2.0
import { openFilter, type ScoreFilter } from './find-scores.ts';
import { useScoreText } from './score-words.ts';
import type { NamedCondition } from './to-scores.ts';

export interface ScoreFiltersProps {
  readonly filter: ScoreFilter;
  readonly conditions: readonly NamedCondition[];
  readonly foundCount: number;
  readonly onFilter: (filter: ScoreFilter) => void;
}

/** Words, condition and who answers. */
export function ScoreFilters({ filter, conditions, foundCount, onFilter }: ScoreFiltersProps) {
  const { s } = useScoreText();
  const isOpen = filter === openFilter;
  return (
    <search class="score-filters" aria-label={s('filters')}>
      <div class="field">
        <label for="score-query">{s('search')}</label>
        <input
          id="score-query"
          type="search"
          autocomplete="off"
          value={filter.query}
          onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="score-condition">{s('condition')}</label>
        <select
          id="score-condition"
          value={filter.condition}
          onChange={(event) => onFilter({ ...filter, condition: event.currentTarget.value })}
        >
          <option value="">{s('anyCondition')}</option>
          {conditions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name === code ? code : `${name} (${code})`}
            </option>
          ))}
        </select>
      </div>
      <InputChoice filter={filter} onFilter={onFilter} />
      <p class="row found">
        <span role="status">{foundCount === 0 ? s('none') : s('found', { count: foundCount })}</span>
        {!isOpen && (
          <button type="button" class="button small" onClick={() => onFilter(openFilter)}>
            {s('reset')}
          </button>
        )}
      </p>
    </search>
  );
}

function InputChoice({ filter, onFilter }: Pick<ScoreFiltersProps, 'filter' | 'onFilter'>) {
  const { s } = useScoreText();
  const choices = [
    { input: '', name: s('anyInput') },
    { input: 'questionnaire', name: s('questionnaire') },
    { input: 'photograph', name: s('photograph') },
  ] as const;
  return (
    <fieldset class="choice">
      <legend>{s('input')}</legend>
      {choices.map(({ input, name }) => (
        <label key={input}>
          <input
            type="radio"
            name="score-input"
            checked={filter.input === input}
            onChange={() => onFilter({ ...filter, input })}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
