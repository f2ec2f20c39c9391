// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import type { StepName } from './list-steps.ts';

/**
 * Lets the browser's own back button take a wrong turn back, as the page's does.
 * @param onStep called with the step that the browser went back to
 */
export function useStepHistory(step: StepName, onStep: (step: StepName) => void): void {
  useEffect(() => {
    const current = stepOf(history.state);
    // What else belongs to the entry, such as the remembered visit, goes along.
    const state = { ...history.state, step };
    if (current === undefined) history.replaceState(state, '');
    else if (current !== step) history.pushState(state, '');
  }, [step]);
  useEffect(() => {
    const goBack = ({ state }: PopStateEvent) => {
      const wanted = stepOf(state);
      if (wanted !== undefined) onStep(wanted);
    };
    addEventListener('popstate', goBack);
    return () => removeEventListener('popstate', goBack);
  });
}

function stepOf(state: unknown): StepName | undefined {
  if (typeof state !== 'object' || state === null || !('step' in state)) return undefined;
  return state.step as StepName;
}
