// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import { findSiteFault } from '../scoring/find-site-fault.ts';
import type { Site } from '../scoring/scoring-system.ts';
import type { WholeBodySystem } from '../scoring/whole-body.ts';
import { showSameSkin } from '../scoring/whole-body-views.ts';
import { toValueProblem } from './field-reading.ts';
import type { Undescribed } from './read-previous.ts';

interface Circumstances {
  /** What the door has said already. */
  readonly said: readonly FieldProblem[];
  /** The request has no site at all, not even a wrong one. */
  readonly isNone: boolean;
}

/** Sites that a whole-body score has no place for, or whose skin would count twice. */
export function findSeriesProblems(
  wholeBody: WholeBodySystem,
  sites: readonly Site[],
  { said, isNone }: Circumstances,
): readonly Undescribed[] {
  const above = ['body', 'scoringSystem', wholeBody.system.code, 'item'];
  if (isNone) return isSaid(above, said) ? [] : [() => toValueProblem(above, 'send at least one body site')];
  return sites.flatMap((site) => {
    const text = describeOverlap(site, sites) ?? describeFault(wholeBody, site);
    return text === undefined ? [] : [() => toValueProblem([...above, site.code], text)];
  });
}

function isSaid(above: FieldProblem['loc'], said: readonly FieldProblem[]): boolean {
  return said.some(({ loc }) => loc[2] === above[2] && (loc.length <= 3 || loc[3] === above[3]));
}

function describeOverlap({ code, ancestors }: Site, sites: readonly Site[]): string | undefined {
  const around = sites.find((other) => ancestors.includes(other.code));
  if (around !== undefined)
    return `${code} is part of ${around.code}, which is sent too: its skin would be counted twice`;
  const shared = sites.find((other) => showSameSkin(code, other.code));
  if (shared === undefined) return undefined;
  return `${code} and ${shared.code} show the same skin: it would be counted twice`;
}

function describeFault(wholeBody: WholeBodySystem, site: Site): string | undefined {
  const fault = findSiteFault(wholeBody, site);
  if (fault === undefined) return undefined;
  const { code } = wholeBody.system;
  return `${code} of the whole body has no place for ${site.code}; it has for ${fault.accepted.join(', ')}`;
}
