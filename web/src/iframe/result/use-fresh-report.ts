// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useEffect, useState } from 'preact/hooks';
import { throughLostConnections } from '../through-lost-connections.ts';

/** Sooner than the first of its links stops working. @source src/device/report-links.ts: ten minutes for the PDF */
const freshForMs = 8 * 60_000;

export type FetchReport = (call: { readonly signal: AbortSignal }) => Promise<RawReport>;

export interface FreshReport {
  /** Where it was fetched already. */
  readonly first?: RawReport;
  /** What keeps it away; never once it is shown, for then it is there to be read. */
  readonly onTrouble: (error: unknown) => void;
}

/** A report whose links work for as long as somebody reads it; undefined until it is here. */
export function useFreshReport(
  fetchReport: FetchReport,
  { first, onTrouble }: FreshReport,
): RawReport | undefined {
  const [report, setReport] = useState(first);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const fetchOnce = async () => setReport(await fetchReport({ signal }));
    if (first === undefined)
      throughLostConnections(fetchOnce, { onTrouble, signal }).catch((error: unknown) => {
        if (!signal.aborted) onTrouble(error);
      });
    const again = setInterval(() => fetchOnce().catch(() => undefined), freshForMs);
    return () => {
      clearInterval(again);
      abort.abort();
    };
  }, []);
  return report;
}
