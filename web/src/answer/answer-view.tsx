// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Answer } from './answer.ts';
import { AnswerHeader } from './answer-header.tsx';
import { CertaintyPanel } from './certainty-panel.tsx';
import { collectNotices, type View } from './collect-notices.ts';
import { viewerHeadingId } from './heat-map-viewer.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { ModelPanel } from './model-panel.tsx';
import { NoticeList } from './notice-list.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import { RankedList } from './ranked-list.tsx';
import { openingView, selectReading } from './select-reading.ts';
import { ViewTabs, viewPanelId, viewTabId } from './view-tabs.tsx';

export interface AnswerViewProps {
  readonly answer: Answer;
  /** The device's answer as it came. */
  readonly json: string;
  /** The photographs as they were chosen, in order. */
  readonly photoUrls: readonly string[];
  /** The device's own threshold for image evidence. */
  readonly warnBelowPercent: number | undefined;
  readonly onAgain: () => void;
}

/** One answer: what to know first, the differential, where the model looked, how good the photographs were. */
export function AnswerView({ answer, json, photoUrls, warnBelowPercent, onAgain }: AnswerViewProps) {
  const [view, setView] = useState<View>(openingView(answer));
  const [heatMapRank, setHeatMapRank] = useState<number>();
  const lookFromList = (rank: number | undefined) => {
    setHeatMapRank(rank);
    // On a phone the photograph is a screen further up.
    if (rank !== undefined) document.getElementById(viewerHeadingId)?.scrollIntoView({ block: 'nearest' });
  };
  const notices = collectNotices(answer, view, warnBelowPercent);
  const isDoubtful = notices.some(({ isGrave }) => isGrave);
  const reading = selectReading(answer, view);
  const hasTabs = answer.photos.length > 1;
  return (
    <div class="width answer">
      <AnswerHeader answer={answer} json={json} onAgain={onAgain} />
      {hasTabs && <ViewTabs answer={answer} view={view} onView={setView} />}
      <div {...(hasTabs ? { id: viewPanelId, role: 'tabpanel', 'aria-labelledby': viewTabId(view) } : {})}>
        <NoticeList notices={notices} />
        <div class="answer-columns">
          <div class="answer-photo">
            <PhotoPanel
              {...{ answer, view, photoUrls, heatMapRank }}
              onHeatMap={setHeatMapRank}
              onView={setView}
            />
            <CertaintyPanel reading={reading} />
          </div>
          <div class="answer-numbers">
            <RankedList key={view} {...{ reading, isDoubtful, heatMapRank }} onHeatMap={lookFromList} />
            <IndicatorPanel reading={reading} isDoubtful={isDoubtful} />
          </div>
        </div>
      </div>
      <ModelPanel answer={answer} />
    </div>
  );
}
