// SPDX-License-Identifier: Apache-2.0
import type { Form, ScoringSystem } from '../../scoring/scoring-system.ts';
import { wrapWords } from '../printing/words.ts';
import type { Questioner } from '../terminal/questioner.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { allowedWords, isPlain } from './allowed-words.ts';
import type { Clinic } from './clinic.ts';
import { listQuestions, type Question, withAnswer } from './questions.ts';

/** What asking needs. */
export interface Interview {
  readonly clinic: Clinic;
  readonly terminal: Terminal;
  readonly questioner: Questioner;
}

/** Keys of the translation catalogue. */
const modeKeys: Readonly<Record<Form['mode'], string>> = {
  local: 'cli.mode.local',
  global: 'cli.mode.global',
};

/** Which of several forms: one site or the whole body. Null when the person has ended it. */
export async function askForm(system: ScoringSystem, interview: Interview): Promise<Form | null> {
  const { clinic, terminal, questioner } = interview;
  const [only] = system.forms;
  if (only !== undefined && system.forms.length === 1) return only;
  terminal.remark(clinic.word('cli.ask.form'));
  for (const [at, { identifier, mode }] of system.forms.entries())
    terminal.remark(`  ${at + 1}  ${clinic.word(modeKeys[mode])} (${identifier})`);
  for (;;) {
    const typed = await questioner.ask('> ');
    if (typed === null) return null;
    const form = system.forms[Number(typed) - 1] ?? system.forms.find((each) => each.identifier === typed);
    if (form !== undefined) return form;
    terminal.remark(`  ${clinic.word('cli.ask.again', `1-${system.forms.length}`)}`);
  }
}

/** Code of the body site, for a form that needs one. Null when the person has ended it. */
export async function askSite(
  system: ScoringSystem,
  form: Form,
  { clinic, terminal, questioner }: Interview,
): Promise<string | null> {
  const codes = clinic.listSites(system, form).map(({ code }) => code);
  terminal.remark(clinic.word('cli.ask.site'));
  for (const line of wrapWords(codes.join(', '), terminal.widthColumns - 2)) terminal.remark(`  ${line}`);
  for (;;) {
    const typed = await questioner.ask('> ');
    if (typed === null) return null;
    const near = clinic.findNearest(typed, codes);
    if (codes.includes(typed)) return typed;
    terminal.remark(
      `  ${clinic.word('cli.ask.again', near.length > 0 ? near.join(', ') : codes.join(', '))}`,
    );
  }
}

/** Every question in its order. Null when the person has ended it. */
export async function askAnswers(
  form: Form,
  interview: Interview,
): Promise<Readonly<Record<string, unknown>> | null> {
  const questions = listQuestions(form);
  let answers: Readonly<Record<string, unknown>> = {};
  const skipped: string[] = [];
  let lastGroup = '';
  for (const [at, question] of questions.entries()) {
    if (isSkipped(question, skipped)) continue;
    const group = question.groups.map((each) => interview.clinic.question(each)).join(', ');
    if (group !== lastGroup && group !== '')
      interview.terminal.remark(`\n${interview.terminal.paint('bold', group)}`);
    lastGroup = group;
    const reply = await askQuestion(question, `${at + 1}/${questions.length}`, {
      ...interview,
      mayLeaveOut: question.optionalPath !== null && !isBegun(question, answers),
    });
    if (reply === 'ended') return null;
    if (reply === 'rest') skipped.push(...optionalParts(questions.slice(at)));
    else if (reply === 'leftOut') skipped.push(question.optionalPath?.join('.') ?? '');
    else answers = withAnswer(answers, question.path, reply);
  }
  interview.terminal.remark('');
  return answers;
}

function isSkipped({ optionalPath }: Question, skipped: readonly string[]): boolean {
  return optionalPath !== null && skipped.includes(optionalPath.join('.'));
}

function optionalParts(questions: readonly Question[]): readonly string[] {
  return questions.flatMap(({ optionalPath }) => (optionalPath === null ? [] : [optionalPath.join('.')]));
}

/** Once a group is begun, all of it is asked. */
function isBegun({ optionalPath }: Question, answers: Readonly<Record<string, unknown>>): boolean {
  return optionalPath !== null && Object.hasOwn(answers, optionalPath[0] ?? '');
}

type Reply = number | 'leftOut' | 'rest' | 'ended';

interface Asking extends Interview {
  readonly mayLeaveOut: boolean;
}

async function askQuestion(question: Question, place: string, asking: Asking): Promise<Reply> {
  const { clinic, terminal, questioner } = asking;
  showQuestion(question, place, asking);
  for (;;) {
    const typed = await questioner.ask('> ');
    if (typed === null) return 'ended';
    if (asking.mayLeaveOut && typed === '') return 'leftOut';
    if (asking.mayLeaveOut && typed === '.') return 'rest';
    const value = readNumber(typed, question, clinic);
    if (value !== undefined) return value;
    terminal.remark(`  ${clinic.word('cli.ask.again', allowedWords(question, clinic))}`);
  }
}

function showQuestion(question: Question, place: string, { clinic, terminal, mayLeaveOut }: Asking): void {
  const { item } = question;
  const isListed = item.kind === 'choice' && !isPlain(item);
  const range = isListed ? '' : `: ${allowedWords(question, clinic)}`;
  terminal.remark('');
  for (const [at, line] of wrapWords(
    `${clinic.question(question)}${range}`,
    terminal.widthColumns - 8,
  ).entries())
    terminal.remark(`${at === 0 ? place.padEnd(7) : ' '.repeat(7)}${terminal.paint('bold', line)}`);
  if (isListed)
    for (const { value } of item.options)
      terminal.remark(`${String(value).padStart(5)}  ${clinic.answer(question, value)}`);
  if (!mayLeaveOut) return;
  for (const line of wrapWords(clinic.word('cli.ask.optional'), terminal.widthColumns - 2))
    terminal.remark(`  ${line}`);
}

/** The number typed, with a point or a comma, when the question allows it. */
function readNumber(typed: string, question: Question, clinic: Clinic): number | undefined {
  const value = Number(typed.replace(',', '.'));
  if (typed === '' || Number.isNaN(value)) return undefined;
  const { item } = question;
  const alone = { identifier: '', mode: 'global', items: { item }, formula: () => ({ value: 0 }) } as const;
  return clinic.check(alone, { item: value }).faults === undefined ? value : undefined;
}
