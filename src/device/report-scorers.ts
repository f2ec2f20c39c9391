// SPDX-License-Identifier: Apache-2.0
import type { Condition } from '../catalogue/catalogue.ts';
import { listNearest } from '../catalogue/list-nearest.ts';
import type { FieldProblem } from '../errors.ts';
import { acceptsSite } from '../scoring/accepts-site.ts';
import { checkAnswers } from '../scoring/check-answers.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import type { Form, ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { toValueProblem } from './field-reading.ts';
import { isMadeFor } from './is-made-for.ts';
import {
  type AnsweredPhotograph,
  type PhotographSystem,
  toPhotographProblem,
} from './read-photograph-score.ts';
import { describeRefusal } from './read-severity-request.ts';
import { seenScores } from './seen-items.ts';

/** What a request for a report says of severity. */
export interface SeverityWishes {
  /** Counted whatever the diagnosis: codes of systems (`apasi`) or of their forms (`apasiLocal`). */
  readonly forced: readonly string[];
  /** What no photograph shows, by system and item, e.g. `{ascorad: {pruritus: 4, sleeplessness: 2}}`; as sent. */
  readonly knownAnswers: Readonly<Record<string, unknown>>;
}

/** A score that could be counted on this body site with what is known. */
export interface ReportScorer extends AnsweredPhotograph {
  readonly forced: boolean;
}

export interface ReadScorers {
  readonly scorers: readonly ReportScorer[];
  readonly problems: readonly FieldProblem[];
}

/** The name of acne's score in reports. @source the compatible API's printed example */
const otherNames: Readonly<Record<string, string>> = { alegi: 'aladin' };

/**
 * The scores that photographs of this site could have. Without being asked for, a score that needs answers nobody gave,
 * or that has no place for the site, is left out; one that is forced, or whose answers are wrong, is a fault.
 */
export function readReportScorers(
  wishes: SeverityWishes,
  systems: readonly ScoringSystem[],
  site: Site | undefined,
): ReadScorers {
  const known = systems.flatMap(toPhotographSystem);
  const read = known.map((each) => readOne(each, wishes, site));
  const names = [
    ...wishes.forced.map((name, index) => ({ name, loc: ['body', 'forcedScoringSystems', index] })),
    ...Object.keys(wishes.knownAnswers).map((name) => ({ name, loc: ['body', 'knownAnswers', name] })),
  ];
  const strangers = names.filter(({ name }) => !known.some((each) => isCalled(name, each)));
  return {
    scorers: read.flatMap(({ scorer }) => scorer ?? []),
    problems: [
      ...strangers.map(({ name, loc }) => toValueProblem(loc, describeStranger(name, known))),
      ...read.flatMap(({ problems }) => problems),
    ],
  };
}

/** Whether photographs can have a score of this name: a code (`apasi`), a form (`apasiLocal`) or a report's own (`alegi`). */
export function isPhotographScore(name: string, systems: readonly ScoringSystem[]): boolean {
  return systems.flatMap(toPhotographSystem).some((each) => isCalled(name, each));
}

/** Those that a report has: what was forced, and every score that was made for the pathology. */
export function chooseScorers(
  scorers: readonly ReportScorer[],
  pathology: Condition | null,
): readonly ReportScorer[] {
  return scorers.filter(
    ({ forced, system }) =>
      // A score for any condition is of no use where another was made for this one.
      forced || (pathology !== null && system.conditions !== null && isMadeFor(system, pathology)),
  );
}

/** Whose scores a report wants: what was forced, and every score made for a condition, on a body site. */
export interface WantedScores {
  readonly forced: readonly string[];
  readonly condition: Condition | null;
  readonly site: Site;
}

/** Scores that a report wants and that cannot be counted before somebody answers what no photograph shows. */
export function listAskingScores(
  { forced, condition, site }: WantedScores,
  systems: readonly ScoringSystem[],
): readonly PhotographSystem[] {
  return systems
    .flatMap(toPhotographSystem)
    .map((found) => ({ ...found, form: withOptionalSurface(found.form) }))
    .filter((found) => {
      const { system, form } = found;
      const isForced = forced.some((name) => isCalled(name, found));
      const isOwn = condition !== null && system.conditions !== null && isMadeFor(system, condition);
      return (isForced || isOwn) && acceptsSite(system, form, site) && needsAnswers(form);
    });
}

/** Of forced scores those that photographs of this site can have with no answer of anybody. */
export function listAnswerless(
  forced: readonly string[],
  systems: readonly ScoringSystem[],
  site: Site | undefined,
): readonly string[] {
  return forced.filter(
    (name) => readReportScorers({ forced: [name], knownAnswers: {} }, systems, site).problems.length === 0,
  );
}

function needsAnswers(form: Form): boolean {
  return checkAnswers(form, {}).faults !== undefined;
}

function toPhotographSystem(system: ScoringSystem): readonly PhotographSystem[] {
  const seen = seenScores[system.code];
  if (system.input !== 'photograph' || seen === undefined) return [];
  return [{ system, form: chooseForm(system, {}), seen }];
}

/** Whether a request means this score by a name. */
export function isCalled(name: string, { system, form }: PhotographSystem): boolean {
  return name === system.code || name === form.identifier || otherNames[name] === system.code;
}

function readOne(
  found: PhotographSystem,
  { forced, knownAnswers }: SeverityWishes,
  site: Site | undefined,
): { readonly scorer?: ReportScorer; readonly problems: readonly FieldProblem[] } {
  const isForced = forced.some((name) => isCalled(name, found));
  const [name, given] = Object.entries(knownAnswers).find(([each]) => isCalled(each, found)) ?? [];
  const checked = checkAnswers(withOptionalSurface(found.form), given ?? {});
  const refusing = site !== undefined && !acceptsSite(found.system, found.form, site) ? site : undefined;
  const above = ['body', 'knownAnswers', name ?? found.system.code];
  const faults = isForced || name !== undefined ? (checked.faults ?? []) : [];
  const problems = [
    ...faults.map((fault) => toPhotographProblem(fault, found.form, above)),
    ...(isForced && refusing
      ? [toValueProblem(['body', 'bodySite'], describeRefusal(found.system, refusing))]
      : []),
  ];
  if (checked.faults !== undefined || refusing !== undefined) return { problems };
  return { problems, scorer: { ...found, answers: checked.values, previous: [], forced: isForced } };
}

/** How much of the skin is affected is measured where nobody says it, as in series of the whole body. */
function withOptionalSurface(form: Form): Form {
  const { surface } = form.items;
  if (surface === undefined) return form;
  return { ...form, items: { ...form.items, surface: { ...surface, required: false } } };
}

function describeStranger(name: string, known: readonly PhotographSystem[]): string {
  const codes = known.map(({ system }) => system.code);
  const nearest = listNearest(name, codes) || `there are ${codes.join(', ')}`;
  return `there is no scoring system "${name}" for photographs; ${nearest}`;
}
