// SPDX-License-Identifier: Apache-2.0
import { lowestAnswers } from './accepts-site.ts';
import { scalpShares } from './salt.ts';
import { type Site, SiteError } from './scoring-system.ts';
import { scoreWholeBody, type WholeBodySystem } from './whole-body.ts';
import { skinPercents } from './whole-body-views.ts';

/** Why a whole-body score has no place for a site, as a code, and the sites that it has a place for. */
export interface SiteFault {
  readonly reason: string;
  readonly accepted: readonly string[];
}

/** Nothing where the score takes the site: that does not depend on what is seen there. */
export function findSiteFault(wholeBody: WholeBodySystem, site: Site): SiteFault | undefined {
  const values = lowestAnswers(wholeBody.system.forms[0]?.items ?? {});
  try {
    scoreWholeBody(wholeBody, { sites: [{ site, values }], person: values });
    return undefined;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    const views = error.reason === 'noScalpView' ? scalpShares : skinPercents;
    return { reason: error.reason, accepted: Object.keys(views) };
  }
}
