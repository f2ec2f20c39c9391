// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import type { AssessedSite, WholeBodyAssessedScore } from '../record/photograph-assessment.ts';
import type { SeverityReading } from '../record/severity-reading.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { scoreWholeBody } from '../scoring/whole-body.ts';
import type { SeenSite } from '../scoring/whole-body-series.ts';
import { countPhotograph, valuesOf } from './count-photograph.ts';
import { isMadeFor } from './is-made-for.ts';
import { toAssessedPhotograph } from './photographs-in-hand.ts';
import type { AnsweredBody, AnsweredSite } from './read-body-score.ts';

/** A site whose photograph was read. */
export interface ReadSiteOfBody {
  readonly answered: AnsweredSite;
  readonly reading: SeverityReading;
}

/** A whole-body score before its past is known. */
export type CountedBody = Omit<WholeBodyAssessedScore, 'change'>;

/**
 * The score of the body. Unusable photographs are shown and not counted, unless there are no others.
 * @throws DeviceError as `countPhotograph` does
 */
export function countBody(
  body: AnsweredBody,
  reads: readonly ReadSiteOfBody[],
  condition: Condition,
): CountedBody {
  const sites = reads.map((read) => countSite(body, read));
  const usable = sites.filter(({ assessed }) => assessed.photograph.validity.isValid);
  const counted = usable.length > 0 ? usable : sites;
  const series = { sites: counted.map(({ seen }) => seen), person: body.person };
  const { value, components, band, coveragePercent, warnings } = scoreWholeBody(body.wholeBody, series);
  return {
    code: body.system.code,
    value,
    components: components ?? {},
    category: band.category,
    personAnswers: plainAnswers(body),
    coveragePercent,
    warnings: [
      ...(warnings ?? []),
      ...(isMadeFor(body.system, condition) ? [] : ['notForCondition']),
      ...(usable.length > 0 && usable.length < sites.length ? ['unusableSites'] : []),
      ...sharedWarnings.filter((code) => counted.some((site) => site.assessed.score.warnings.includes(code))),
    ],
    sites: sites.map(({ assessed }) => assessed),
  };
}

/** What is true of the whole as soon as it is true of one site that is counted. */
const sharedWarnings = ['measuredSurface', 'unusablePhotograph', 'lowConfidence'];

interface CountedSite {
  readonly assessed: AssessedSite;
  readonly seen: SeenSite<Readonly<Record<string, number>>>;
}

function countSite(body: AnsweredBody, { answered, reading }: ReadSiteOfBody): CountedSite {
  const { site, answers, image } = answered;
  const score = countPhotograph(body, { site, reading, answers, person: body.person });
  const values = valuesOf(score.items);
  return {
    assessed: {
      photograph: toAssessedPhotograph(site.code, image, reading),
      score: { ...score, change: null },
    },
    seen: toSeenSite(site, values, score.items['surface']?.figures['surfacePercent']),
  };
}

/** A measured percent is finer than the area grade that it gives. */
function toSeenSite(
  site: Site,
  values: Readonly<Record<string, number>>,
  affectedPercent: number | undefined,
): CountedSite['seen'] {
  return affectedPercent === undefined ? { site, values } : { site, values, affectedPercent };
}

function plainAnswers({ person }: AnsweredBody): Readonly<Record<string, number>> {
  const given = Object.entries(person).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(given);
}
