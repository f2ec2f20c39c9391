// SPDX-License-Identifier: Apache-2.0
import type { CalledLink } from './read-report.ts';
import { linkPaths } from './report-links.ts';

/** What the signature of a report's page covers, in the order in which it was signed. */
const signedNames = ['companyId', 'diagnosticReportId', 'expires', 'signature'];

/**
 * The signed part of an address of a report's page. Whoever shows the page may add how it shall look; who may see which
 * report stands in the signed part alone. Undefined where there is none.
 */
export function toPageLink(query: Readonly<Record<string, unknown>>): CalledLink | undefined {
  const parts = signedNames.map((name): [string, unknown] => [name, query[name]]);
  if (!parts.every((part): part is [string, string] => typeof part[1] === 'string')) return undefined;
  return { path: linkPaths.page, query: new URLSearchParams(parts).toString() };
}
