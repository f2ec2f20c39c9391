// SPDX-License-Identifier: Apache-2.0
import type { Form, ScoringSystem } from '../../scoring/scoring-system.ts';
import { UsageError } from '../cli-context.ts';
import type { Questioner } from '../terminal/questioner.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { askAnswers, askForm, askSite, type Interview } from './ask-answers.ts';
import type { Clinic } from './clinic.ts';
import { faultLines } from './fault-lines.ts';
import type { Judged } from './judged.ts';
import { readAnswers } from './read-answers.ts';

/** What a command that scores answers is given. */
export interface JudgingContext {
  readonly terminal: Terminal;
  /** Somebody at the keyboard; undefined in pipes and scripts. */
  openQuestioner(): Questioner | undefined;
  /** Everything on standard input, to its end. */
  readInput(): Promise<string>;
}

type Arguments = Readonly<Partial<Record<'answers' | 'items' | 'form' | 'site', string | undefined>>>;

/** What was given on the command line. */
export interface Call {
  readonly given: Arguments;
  /** Each `name=value` of `--item`. */
  readonly items: readonly string[];
}

interface Desk {
  readonly clinic: Clinic;
  readonly context: JudgingContext;
}

/** The score of what was given or is asked for. Null when there is none: why not has been said. @throws UsageError */
export async function judgeAnswers(
  system: ScoringSystem,
  { given, items }: Call,
  desk: Desk,
): Promise<Judged | null> {
  const { answers: source, items: file, site, form: wanted } = given;
  if (source !== undefined && source !== '-') throw new UsageError(`There is one word too many: ${source}.`);
  const chosen = wanted === undefined ? undefined : findForm(wanted, system);
  const { readInput } = desk.context;
  const answers = await readAnswers({ items, file, fromInput: source === '-', readInput });
  if (answers === null) return ask(system, { form: chosen, site }, desk);
  const form = chosen ?? desk.clinic.chooseForm(system, answers);
  return check(system, { form, answers, site }, desk);
}

/** @throws UsageError naming those there are */
function findForm(wanted: string, { code, forms }: ScoringSystem): Form {
  const form = forms.find(({ identifier }) => identifier === wanted);
  if (form !== undefined) return form;
  throw new UsageError(
    `${code} has no form ${wanted}; there are ${forms.map((each) => each.identifier).join(', ')}.`,
  );
}

interface Chosen {
  readonly form: Form | undefined;
  readonly site: string | undefined;
}

async function ask(system: ScoringSystem, chosen: Chosen, desk: Desk): Promise<Judged | null> {
  const { clinic, context } = desk;
  const questioner = context.openQuestioner();
  if (questioner === undefined) {
    const form = chosen.form ?? clinic.chooseForm(system, {});
    return check(system, { form, answers: {}, site: chosen.site }, desk);
  }
  try {
    const given = await interview(system, chosen, { clinic, terminal: context.terminal, questioner });
    if (given === null) context.terminal.remark(clinic.word('cli.ask.ended'));
    return given === null ? null : check(system, given, desk);
  } finally {
    questioner.close();
  }
}

interface Given {
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly site: string | undefined;
}

async function interview(system: ScoringSystem, chosen: Chosen, asking: Interview): Promise<Given | null> {
  const { clinic, terminal } = asking;
  terminal.remark(terminal.paint('bold', clinic.title(system)));
  if (system.input === 'photograph') terminal.remark(clinic.word('cli.ask.photograph'));
  const form = chosen.form ?? (await askForm(system, asking));
  if (form === null) return null;
  const wantsSite = chosen.site === undefined && clinic.needsSite(system, form);
  const site = wantsSite ? await askSite(system, form, asking) : chosen.site;
  const answers = site === null ? null : await askAnswers(form, asking);
  return site === null || answers === null ? null : { form, site, answers };
}

/** Every fault at once, site and answers; null when there is one. */
function check(
  system: ScoringSystem,
  { form, answers, site }: Given,
  { clinic, context }: Desk,
): Judged | null {
  const checked = clinic.check(form, answers);
  const problems = [
    ...siteProblems(system, { form, site }, clinic),
    ...(checked.faults === undefined ? [] : faultLines(checked.faults, { form, answers }, clinic)),
  ];
  if (checked.faults === undefined && problems.length === 0) {
    const { values } = checked;
    const result = clinic.score(system, form, site === undefined ? { values } : { values, site });
    return { system, form, values, site, result };
  }
  for (const problem of problems) context.terminal.remark(`${context.terminal.paint('red', 'x')} ${problem}`);
  return null;
}

function siteProblems(
  system: ScoringSystem,
  { form, site }: { readonly form: Form; readonly site: string | undefined },
  clinic: Clinic,
): readonly string[] {
  const codes = clinic.listSites(system, form).map(({ code }) => code);
  if (site === undefined)
    return clinic.needsSite(system, form)
      ? [`--site: ${clinic.word('cli.fault.missing', codes.join(', '))}`]
      : [];
  if (codes.includes(site)) return [];
  const near = clinic.findNearest(site, codes);
  return [
    `--site ${site}: ${clinic.word('cli.fault.notAllowed', (near.length > 0 ? near : codes).join(', '))}`,
  ];
}
