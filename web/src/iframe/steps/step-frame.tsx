// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useFocusOnShow } from '../../page/use-focus-on-show.ts';
import { useFlow } from '../flow-context.ts';
import { useWords } from '../words/iframe-text.ts';

export interface StepFrameProps {
  readonly heading: string;
  readonly children?: ComponentChildren;
  /** Default: to the next step. Absent together with `nextLabel` null: there is no next. */
  readonly onNext?: () => void;
  readonly nextLabel?: string | null;
  readonly isNextDisabled?: boolean;
}

/** A screen: one question, its heading in focus when it appears, and the way on under the thumb. */
export function StepFrame({ heading, children, onNext, nextLabel, isNextDisabled = false }: StepFrameProps) {
  const { next, back, canGoBack } = useFlow();
  const { w } = useWords();
  const head = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="step">
      <h1 ref={head} tabIndex={-1}>
        {heading}
      </h1>
      <div class="step-body">{children}</div>
      {(canGoBack || nextLabel !== null) && (
        <div class="step-ways">
          {canGoBack && (
            <button type="button" class="button quiet" onClick={back}>
              {w('page.back')}
            </button>
          )}
          {nextLabel !== null && (
            <button
              type="button"
              class="button primary"
              data-testid="next"
              disabled={isNextDisabled}
              onClick={onNext ?? next}
            >
              {nextLabel ?? w('page.next')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
