// SPDX-License-Identifier: Apache-2.0
import { type LocalName, nameBodySite } from '../../catalogue/local-name.ts';
import type { ReportContext } from './report-context.ts';

/** What the report's body site is called. @throws Error for a code that no site has: a fault of ours */
export function nameSite({ report, sources, locale }: ReportContext): LocalName {
  const code = report.record.bodySite;
  const site = sources.bodySites.find((each) => each.code === code);
  if (site === undefined) throw new Error(`Expected a body site, received ${code}`);
  return nameBodySite(site, locale);
}
