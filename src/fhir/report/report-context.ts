// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../../catalogue/catalogue.ts';
import type { ReportLocale } from '../../record/company.ts';
import type { ReportMedia } from '../../record/report-record.ts';
import type { QuestionnaireSources } from '../questionnaire-list.ts';
import type { ShownReport } from './shown-report.ts';

/** What every part of a view is made with. */
export interface ReportContext {
  readonly report: ShownReport;
  readonly sources: QuestionnaireSources;
  readonly locale: ReportLocale;
}

/** @throws Error for a slug that the catalogue does not have: a fault of ours */
export function findCondition(slug: string, { sources }: ReportContext): Condition {
  const condition = sources.catalogue.find(slug);
  if (condition === undefined) throw new Error(`Expected a condition of the catalogue, received ${slug}`);
  return condition;
}

/** @throws Error for a picture that nobody has made a link to: a fault of ours */
export function linkTo({ id }: ReportMedia, { report }: ReportContext): string {
  const link = report.links.media.get(id);
  if (link === undefined) throw new Error(`Expected a link to the picture ${id}`);
  return link;
}
