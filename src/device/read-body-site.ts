// SPDX-License-Identifier: Apache-2.0
import { ancestorsOf, childrenOf } from '../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../catalogue/body-sites.ts';
import { listNearest } from '../catalogue/list-nearest.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { type FieldReading, toValueProblem } from './field-reading.ts';

/** The body site a request names by its code; groups of sites and unknown codes are refused. */
export type ReadBodySite = (code: string) => FieldReading<Site>;

const loc = ['body', 'bodySite'] as const;

export function createReadBodySite(bodySites: readonly BodySite[]): ReadBodySite {
  const accepted = bodySites.filter(({ acceptedAsInput }) => acceptedAsInput).map(({ code }) => code);
  return (code) => {
    if (accepted.includes(code)) return { value: { code, ancestors: ancestorsOf(code, bodySites) } };
    const parts = childrenOf(code, bodySites);
    if (parts.length > 0) return refuse(`"${code}" stands for several body sites: ${parts.join(', ')}`);
    const nearest = listNearest(code, accepted) || 'they are listed at /v1/body-sites';
    return refuse(`there is no body site "${code}"; ${nearest}`);
  };
}

function refuse(text: string): FieldReading<Site> {
  return { problems: [toValueProblem(loc, text)] };
}
