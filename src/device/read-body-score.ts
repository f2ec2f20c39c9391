// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { AnswerTree, ScorePoint } from '../record/severity-assessment.ts';
import { type AnswerFault, type Checked, checkAnswers } from '../scoring/check-answers.ts';
import type { Item, Items } from '../scoring/items.ts';
import type { ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { findWholeBodySystem, type WholeBodySystem, wholeBodySystems } from '../scoring/whole-body.ts';
import type { RequestedBodyScore, RequestedSite } from './assess-body.ts';
import type { NumberedLabel } from './diagnose.ts';
import { type FieldReading, mostProblems, toValueProblem } from './field-reading.ts';
import { findSeriesProblems } from './find-series-problems.ts';
import type { ReadBodySite } from './read-body-site.ts';
import {
  describeAnswered,
  describeUnknownSystem,
  type PhotographSystem,
  readPhotographSystem,
  toPhotographProblem,
} from './read-photograph-score.ts';
import { readPrevious, type Undescribed } from './read-previous.ts';

/** A score that the photographs of several sites make up together, and how it is read off them. */
export interface BodySystem extends PhotographSystem {
  readonly wholeBody: WholeBodySystem;
}

/** A site with its photograph and the answers about it. */
export interface AnsweredSite {
  readonly site: Site;
  readonly answers: AnswerTree;
  readonly image: NumberedLabel;
}

/** A whole-body score with all that no photograph shows. */
export interface AnsweredBody extends BodySystem {
  readonly person: AnswerTree;
  readonly sites: readonly AnsweredSite[];
  readonly previous: readonly ScorePoint[];
}

/** The system a request names and that has a whole-body form. */
export function readBodySystem(code: string, systems: readonly ScoringSystem[]): FieldReading<BodySystem> {
  const wholeBody = findWholeBodySystem(code);
  const found = readPhotographSystem(code, systems);
  if (wholeBody !== undefined && found.value !== undefined) return { value: { ...found.value, wholeBody } };
  const codes = wholeBodySystems.map(({ system }) => system.code);
  const text = describeRefused(code, systems.find((each) => each.code === code)?.input, codes);
  return { problems: [toValueProblem(['body', 'scoringSystem', code], text)] };
}

function describeRefused(
  code: string,
  input: ScoringSystem['input'] | undefined,
  codes: readonly string[],
): string {
  if (input === undefined) return describeUnknownSystem(code, codes);
  if (input === 'questionnaire') return describeAnswered(code);
  return `${code} has no whole-body form: send its photographs one by one to /v1/severity-assessment/automatic/local; whole-body forms have ${codes.join(', ')}`;
}

/** The answers and sites of a request, or every fault of them, said once the door has not said it. */
export function readBodyScore(
  found: BodySystem,
  requested: RequestedBodyScore,
  { readBodySite, said }: { readonly readBodySite: ReadBodySite; readonly said: readonly FieldProblem[] },
): FieldReading<AnsweredBody> {
  const person = readPerson(found, requested.personAnswers);
  const sites = requested.sites.map((each) => readSite(found, each, readBodySite));
  const placed = sites.flatMap(({ site }) => site ?? []);
  const earlier = readPrevious(found.system, requested.previous, withoutAnswers);
  const problems = [
    ...person.problems,
    ...sites.flatMap((each) => each.problems),
    ...findSeriesProblems(found.wholeBody, placed, { said, isNone: requested.sites.length === 0 }),
    ...earlier.problems,
    ...findEarlierAnswers(requested),
  ];
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems).map((describe) => describe()) };
  const answered = sites.flatMap(({ site, image, answers }) =>
    site === undefined || image === undefined ? [] : [{ site, image, answers }],
  );
  if (answered.length < sites.length) return { problems: [] };
  return { value: { ...found, person: person.values, sites: answered, previous: earlier.points } };
}

/** What lay behind an earlier whole-body score fits no one form: its value is all that is compared. */
function withoutAnswers(): Checked {
  return { values: {} };
}

/** Answers behind earlier scores are refused rather than ignored: nobody shall believe that they were compared. */
function findEarlierAnswers({ code, previous }: RequestedBodyScore): readonly Undescribed[] {
  return previous.flatMap(({ answers }, index) => {
    if (answers === null || Object.keys(answers as object).length === 0) return [];
    const loc = ['body', 'scoringSystem', code, 'previous', index, 'item'];
    const text = 'earlier scores of the whole body are compared by value: leave item out';
    return [() => toValueProblem(loc, text)];
  });
}

interface Part {
  readonly values: AnswerTree;
  readonly problems: readonly Undescribed[];
}

/** What is asked once. */
function readPerson({ system, form, wholeBody }: BodySystem, answers: unknown): Part {
  if (answers === undefined) return nothing;
  const { personItems } = wholeBody;
  const asked = { ...form, items: pick(form.items, (code) => personItems.includes(code)) };
  const above = ['body', 'scoringSystem', system.code, 'questionnaireResponse', 'item'];
  const checked = checkAnswers(asked, answers);
  return toPart(checked, (fault) => {
    const code = strayCode(fault, form.items, asked.items);
    if (code === undefined) return toPhotographProblem(fault, form, above);
    return toValueProblem([...above, code], `${code} belongs to a body site: send it beside its photograph`);
  });
}

interface ReadSite extends Part {
  readonly site: Site | undefined;
  readonly image: NumberedLabel | undefined;
  readonly answers: AnswerTree;
}

/** What is asked of each site; how much of its skin is affected may be left to the photograph. */
function readSite(found: BodySystem, requested: RequestedSite, readBodySite: ReadBodySite): ReadSite {
  const { bodySite, image } = requested;
  const at = ['body', 'scoringSystem', found.system.code, 'item', bodySite];
  const site = readBodySite(bodySite);
  const part = readSiteAnswers(found, requested.answers, [...at, 'questionnaireResponse', 'item']);
  const misplaced = (site.problems ?? []).map((problem) => () => ({ ...problem, loc: at }));
  const problems = [...misplaced, ...part.problems];
  return { site: site.value, image, values: part.values, answers: part.values, problems };
}

function readSiteAnswers(
  { form, wholeBody }: BodySystem,
  answers: unknown,
  above: FieldProblem['loc'],
): Part {
  if (answers === undefined) return nothing;
  const { personItems } = wholeBody;
  const items = pick(form.items, (code) => !personItems.includes(code));
  const asked = { ...form, items: withFreeSurface(items) };
  return toPart(checkAnswers(asked, answers), (fault) => {
    const code = strayCode(fault, form.items, asked.items);
    if (code === undefined) return toPhotographProblem(fault, form, above);
    const text = `${code} is asked once: send it in questionnaireResponse beside item, not with each site`;
    return toValueProblem([...above, code], text);
  });
}

const nothing: Part = { values: {}, problems: [] };

function toPart(checked: Checked, describe: (fault: AnswerFault) => FieldProblem): Part {
  if (checked.faults === undefined) return { values: checked.values, problems: [] };
  return { values: {}, problems: checked.faults.map((fault) => () => describe(fault)) };
}

/** The code of an answer that is asked, but not here. */
function strayCode({ kind, path }: AnswerFault, all: Items, here: Items): string | undefined {
  const code = path.at(-1) ?? '';
  const item = Object.hasOwn(all, code) ? all[code] : undefined;
  const isAsked = item !== undefined && item.kind !== 'group' && item.by === 'asked';
  return kind === 'unknown' && isAsked && !Object.hasOwn(here, code) ? code : undefined;
}

function pick(items: Items, isWanted: (code: string) => boolean): Items {
  return Object.fromEntries(Object.entries(items).filter(([code]) => isWanted(code)));
}

function withFreeSurface(items: Items): Items {
  const free = (code: string, item: Item): Item => (code === 'surface' ? { ...item, required: false } : item);
  return Object.fromEntries(Object.entries(items).map(([code, item]) => [code, free(code, item)]));
}
