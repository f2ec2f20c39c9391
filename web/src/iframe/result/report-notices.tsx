// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';

/** Gravest first. */
const shown = ['noValidImage', 'outsideKnownConditions', 'imagesDisagree', 'forcedScoreUnread'] as const;
const grave: readonly string[] = ['noValidImage', 'outsideKnownConditions'];

export interface ReportNoticesProps {
  readonly report: RawReport;
  readonly wantsDiagnosis: boolean;
}

/** What a reader must know before the numbers. */
export function ReportNotices({ report, wantsDiagnosis }: ReportNoticesProps) {
  const { w } = useWords();
  const aboutList = ['outsideKnownConditions', 'imagesDisagree'];
  const notices = shown.filter(
    (code) => report.result.warnings.includes(code) && (wantsDiagnosis || !aboutList.includes(code)),
  );
  if (notices.length === 0) return null;
  return (
    <ul class="stack">
      {notices.map((code) => (
        <li key={code} class={grave.includes(code) ? 'note grave' : 'note'}>
          {w(`result.warning.${code}`)}
        </li>
      ))}
    </ul>
  );
}
