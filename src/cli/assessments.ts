// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import { type AnalysesContext, parseLimit } from './analyses.ts';
import { UsageError } from './cli-context.ts';
import { createEraseAssessmentsCommand } from './erase-assessments.ts';
import { printAssessment, printAssessmentLine } from './printing/print-assessment.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

/** `openderm assessments`: the durable trace of severity scores that were given. */
export function createAssessmentsCommand(context: AnalysesContext): CommandDef {
  return defineCommand({
    meta: {
      name: 'assessments',
      description: 'Which severity scores were given: list the records, show or erase them',
    },
    subCommands: {
      list: createListCommand(context),
      show: createShowCommand(context),
      erase: createEraseAssessmentsCommand(context),
    },
  });
}

const listArgs = {
  limit: { type: 'string', valueHint: 'N', description: 'How many, 1 to 1000; 20 if not given' },
  after: { type: 'string', valueHint: 'ID', description: 'Only those older than this one' },
  json: { type: 'boolean', description: 'Print JSON; times in ms since 1970' },
} as const;

function createListCommand({ terminal, openArchive }: AnalysesContext): CommandDef<typeof listArgs> {
  return defineCommand({
    meta: { name: 'list', description: 'List the assessments, newest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const limit = parseLimit(args.limit);
      const { after } = args;
      await useAndClose(openArchive, async ({ assessments, catalogue }) => {
        if (after !== undefined && (await assessments.find(after)) === undefined) throw unknown(after);
        const records = await assessments.list(after === undefined ? { limit } : { limit, after });
        if (args.json) terminal.print(JSON.stringify(records, null, 2));
        else for (const record of records) printAssessmentLine(record, catalogue, terminal);
        const last = records.at(-1);
        if (last === undefined) terminal.remark('There is no assessment to list.');
        else if (records.length === limit)
          terminal.remark(`Older ones: openderm assessments list --after ${last.id}`);
      });
    },
  });
}

const showArgs = {
  id: { type: 'positional', description: 'The identifier of the answer', required: true },
  json: { type: 'boolean', description: 'Print the whole record as JSON' },
} as const;

function createShowCommand({ terminal, openArchive }: AnalysesContext): CommandDef<typeof showArgs> {
  return defineCommand({
    meta: { name: 'show', description: 'Show one assessment: scores, answers, warnings, change' },
    args: showArgs,
    async run({ args }) {
      refuseStrayWords(args, showArgs);
      await useAndClose(openArchive, async ({ assessments, findAccount, catalogue }) => {
        const record = await assessments.find(args.id.toLowerCase());
        if (!record) throw unknown(args.id);
        if (args.json) terminal.print(JSON.stringify(record, null, 2));
        else printAssessment({ record, account: await findAccount(record.accountId) }, catalogue, terminal);
      });
    },
  });
}

function unknown(id: string): UsageError {
  return new UsageError(`There is no assessment ${id}. openderm assessments list prints those there are.`);
}
