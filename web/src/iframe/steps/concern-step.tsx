// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words/iframe-text.ts';
import { StepFrame } from './step-frame.tsx';

const concerns = ['spot', 'other'] as const;

/** One spot, or anything else: the photographs that help differ. */
export function ConcernStep() {
  const { draft } = useFlow();
  const { w } = useWords();
  const save = useSave();
  const { concern } = draft.answers;
  return (
    <StepFrame heading={w('concern.heading')} isNextDisabled={concern === null}>
      <div class="choices" role="radiogroup" aria-label={w('concern.heading')}>
        {concerns.map((each) => (
          <label class="card-choice" key={each}>
            <input
              type="radio"
              name="concern"
              checked={concern === each}
              onChange={() => save({ concern: each })}
            />
            <span>
              <strong>{w(`concern.${each}`)}</strong>
              <span class="soft">{w(`concern.${each}Hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </StepFrame>
  );
}
