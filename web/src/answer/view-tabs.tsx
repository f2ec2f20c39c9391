// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';
import { useText } from '../language/text.ts';
import type { Answer } from './answer.ts';
import type { View } from './collect-notices.ts';

export const viewPanelId = 'answer-panel';

export function viewTabId(view: View): string {
  return `answer-tab-${view}`;
}

export interface ViewTabsProps {
  readonly answer: Answer;
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** All together, then each photograph; arrow keys move between them. */
export function ViewTabs({ answer, view, onView }: ViewTabsProps) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const views: readonly View[] = ['together', ...answer.photos.keys()];
  const move = (event: KeyboardEvent) => {
    const next = nextView(views, view, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onView(next);
    list.current?.querySelector<HTMLElement>(`#${viewTabId(next)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('answer.views')} ref={list} onKeyDown={move}>
      {views.map((each) => (
        <button
          type="button"
          role="tab"
          key={each}
          id={viewTabId(each)}
          aria-selected={each === view}
          aria-controls={viewPanelId}
          tabIndex={each === view ? 0 : -1}
          onClick={() => onView(each)}
        >
          {each === 'together' ? t('answer.together') : t('answer.photo', { number: each + 1 })}
          {each !== 'together' && answer.photos[each]?.validity.isValid === false && (
            <span class="chip unusable">{t('answer.unusable')}</span>
          )}
        </button>
      ))}
    </div>
  );
}

function nextView(views: readonly View[], view: View, key: string): View | undefined {
  const index = views.indexOf(view);
  if (key === 'ArrowRight') return views[(index + 1) % views.length];
  if (key === 'ArrowLeft') return views.at(index - 1);
  if (key === 'Home') return views[0];
  return key === 'End' ? views.at(-1) : undefined;
}
