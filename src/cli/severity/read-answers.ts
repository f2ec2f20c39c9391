// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { UsageError } from '../cli-context.ts';
import { answerAt, withAnswer } from './questions.ts';

/** Where the answers of one call stand. */
export interface AnswerSources {
  /** Each `name=value` of `--item`, in order. */
  readonly items: readonly string[];
  /** Of `--items`. */
  readonly file?: string | undefined;
  /** Whether they stand on standard input as JSON. */
  readonly fromInput: boolean;
  readInput(): Promise<string>;
}

/**
 * The answers as a request would carry them; each `--item` takes the place of what a file says. Null when there are none.
 * @throws UsageError naming everything that cannot be read
 */
export async function readAnswers(sources: AnswerSources): Promise<Readonly<Record<string, unknown>> | null> {
  const { items, file, fromInput } = sources;
  if (items.length === 0 && file === undefined && !fromInput) return null;
  if (file !== undefined && fromInput)
    throw new UsageError('Answers come from --items or from standard input, not from both.');
  const whole = file === undefined ? {} : parseAnswers(await readText(file), file);
  const base = fromInput ? parseAnswers(await sources.readInput(), 'standard input') : whole;
  refuseMalformed(items);
  return items.reduce(addItem, base);
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `${file}: no such file.` : `${file}: ${error.message}`);
  });
}

function parseAnswers(text: string, where: string): Readonly<Record<string, unknown>> {
  const answers = parseJson(text, where);
  if (typeof answers === 'object' && answers !== null && !Array.isArray(answers)) return { ...answers };
  throw new UsageError(`${where}: expected an object of answers, such as {"erythema": 2}.`);
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${where}: no JSON. ${(error as Error).message}`);
  }
}

/** @throws UsageError naming all that are no `name=value`, and names that are given twice */
function refuseMalformed(items: readonly string[]): void {
  const names = items.map((item) => item.slice(0, Math.max(0, item.indexOf('='))));
  const problems = items.flatMap((item, at) => {
    const name = names[at] ?? '';
    if (!/^[^.]+(\.[^.]+)*$/.test(name))
      return [`--item ${item}: expected name=value, such as erythema=2 or trunk.erythema=2.`];
    return names.indexOf(name) < at ? [`--item ${name} is given twice.`] : [];
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
}

function addItem(
  answers: Readonly<Record<string, unknown>>,
  item: string,
): Readonly<Record<string, unknown>> {
  const end = item.indexOf('=');
  const path = item.slice(0, end).split('.');
  const text = item.slice(end + 1).trim();
  const number = Number(text);
  // What is no number is handed on as it is: the check says what is allowed in its place.
  const answer = text === '' || Number.isNaN(number) ? text : number;
  const whole = answerAt(answers, path.slice(0, 1));
  const isBlocked = path.length > 1 && whole !== undefined && typeof whole !== 'object';
  if (isBlocked) throw new UsageError(`--item ${path.join('.')}: ${path[0]} is already a number.`);
  return withAnswer(answers, path, answer);
}
