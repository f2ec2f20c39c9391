// SPDX-License-Identifier: Apache-2.0
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import type { BodySite } from '../catalogue/body-sites.ts';
import { listNearest } from '../catalogue/list-nearest.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { type FieldReading, toValueProblem } from './field-reading.ts';

/** The body site a request names by its code; an unknown one is refused. Whether a score has a place for it, the score says. */
export type ReadBodySite = (code: string) => FieldReading<Site>;

const loc = ['body', 'bodySite'] as const;

export function createReadBodySite(bodySites: readonly BodySite[]): ReadBodySite {
  const codes = bodySites.map(({ code }) => code);
  return (code) => {
    if (codes.includes(code)) return { value: { code, ancestors: ancestorsOf(code, bodySites) } };
    const nearest = listNearest(code, codes) || 'they are listed at /v1/body-sites';
    const text = `there is no body site "${code}"; ${nearest}`;
    return { problems: [toValueProblem(loc, text)] };
  };
}
