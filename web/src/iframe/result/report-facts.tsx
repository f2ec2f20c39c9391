// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';
import { toSameOrigin } from './same-origin.ts';

/** Which report this is, and how to take it away. */
export function ReportFacts({ report }: { readonly report: RawReport }) {
  const { w, moment } = useWords();
  const { bodySite, createdAt, visitIdentifier } = report;
  return (
    <div class="facts">
      <p class="soft">
        <span lang={bodySite.nameLocale}>{bodySite.name}</span> · {moment(createdAt)}
        {visitIdentifier !== null && ` · ${w('result.visit', { id: visitIdentifier })}`}
      </p>
      <a class="button small" href={toSameOrigin(report.pdf)} target="_blank" rel="noopener noreferrer">
        {w('result.pdf')}
      </a>
    </div>
  );
}
