// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { EraseAnswers } from '../device/erase-answers.ts';
import type { Account } from '../record/account.ts';
import type { AnalysisSummary } from '../record/analysis-record.ts';
import type { AnalysisPage, AnalysisStore } from '../store/analyses/analysis-store.ts';
import type { AssessmentStore } from '../store/assessments/assessment-store.ts';
import { assertYes, yesArgument } from './assert-yes.ts';
import { UsageError } from './cli-context.ts';
import { printRecord } from './printing/print-record.ts';
import { printSummaries } from './printing/print-summaries.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';

/** What the configured database remembers, and the names to print it with. */
export interface Archive {
  readonly analyses: Pick<AnalysisStore, 'find' | 'list'>;
  readonly assessments: Pick<AssessmentStore, 'find' | 'list'>;
  /** Undefined when the account has been removed. */
  findAccount(id: string): Promise<Account | undefined>;
  findAccountByEmail(email: string): Promise<Account | undefined>;
  readonly eraseAnswers: EraseAnswers;
  readonly catalogue: Catalogue;
  close(): Promise<void>;
}

export interface AnalysesContext {
  readonly terminal: Terminal;
  openArchive(): Promise<Archive>;
}

/** `openderm analyses`: the durable trace of what was answered. */
export function createAnalysesCommand(context: AnalysesContext): CommandDef {
  return defineCommand({
    meta: { name: 'analyses', description: 'What was answered: list the records, show or erase one' },
    subCommands: {
      list: createListCommand(context),
      show: createShowCommand(context),
      erase: createEraseCommand(context),
    },
  });
}

/** Fits a screen. */
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

const listArgs = {
  limit: {
    type: 'string',
    valueHint: 'N',
    description: `How many, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} if not given`,
  },
  after: { type: 'string', valueHint: 'ID', description: 'Only those older than this one' },
  json: { type: 'boolean', description: 'Print JSON; probabilities from 0 to 1, times in ms since 1970' },
} as const;

function createListCommand({ terminal, openArchive }: AnalysesContext): CommandDef<typeof listArgs> {
  return defineCommand({
    meta: { name: 'list', description: 'List what was answered, newest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const limit = parseLimit(args.limit);
      const page: AnalysisPage = args.after === undefined ? { limit } : { limit, after: args.after };
      await useAndClose(openArchive, async (archive) => {
        const summaries = await readPage(archive, page);
        if (args.json) terminal.print(JSON.stringify(summaries, null, 2));
        else printPage(summaries, page, { archive, terminal });
      });
    },
  });
}

export function parseLimit(text: string | undefined): number {
  const limit = text === undefined ? DEFAULT_LIMIT : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UsageError(`Expected --limit from 1 to ${MAX_LIMIT}, received ${text}.`);
}

async function readPage({ analyses }: Archive, page: AnalysisPage): Promise<readonly AnalysisSummary[]> {
  const summaries = await analyses.list(page);
  if (summaries.length > 0 || page.after === undefined) return summaries;
  if ((await analyses.find(page.after)) === undefined) throw unknown(page.after);
  return summaries;
}

function printPage(
  summaries: readonly AnalysisSummary[],
  { limit, after }: AnalysisPage,
  { archive, terminal }: { readonly archive: Archive; readonly terminal: Terminal },
): void {
  printSummaries(summaries, archive.catalogue, terminal);
  if (summaries.length === 0)
    terminal.remark(
      after === undefined ? 'Nothing has been answered yet.' : `Nothing is older than ${after}.`,
    );
  const last = summaries.at(-1);
  if (last && summaries.length === limit)
    terminal.remark(`Older ones: openderm analyses list --after ${last.id}`);
}

const showArgs = {
  id: { type: 'positional', description: 'The identifier of the answer', required: true },
  json: { type: 'boolean', description: 'Print the whole record as JSON; probabilities from 0 to 1' },
} as const;

function createShowCommand({ terminal, openArchive }: AnalysesContext): CommandDef<typeof showArgs> {
  return defineCommand({
    meta: { name: 'show', description: 'Show one answer: differential, quality, warnings, models' },
    args: showArgs,
    async run({ args }) {
      refuseStrayWords(args, showArgs);
      await useAndClose(openArchive, async ({ analyses, findAccount, catalogue }) => {
        const record = await analyses.find(args.id.toLowerCase());
        if (!record) throw unknown(args.id);
        if (args.json) terminal.print(JSON.stringify(record, null, 2));
        else printRecord({ record, account: await findAccount(record.accountId) }, catalogue, terminal);
      });
    },
  });
}

const eraseArgs = {
  id: { type: 'positional', description: 'The identifier of the answer', required: true },
  yes: yesArgument,
} as const;

function createEraseCommand({ terminal, openArchive }: AnalysesContext): CommandDef<typeof eraseArgs> {
  return defineCommand({
    meta: { name: 'erase', description: 'Erase one answer and photographs kept of it, for good' },
    args: eraseArgs,
    async run({ args }) {
      refuseStrayWords(args, eraseArgs);
      assertYes(args.yes);
      await useAndClose(openArchive, async ({ eraseAnswers }) => {
        if (!(await eraseAnswers.eraseAnalysis(args.id.toLowerCase()))) throw unknown(args.id);
        terminal.remark('Erased 1 analysis.');
      });
    },
  });
}

function unknown(id: string): UsageError {
  return new UsageError(`There is no analysis ${id}. openderm analyses list prints those there are.`);
}
