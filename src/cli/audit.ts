// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { AuditDesk, AuditVerdict, ListedEntry } from '../device/manage-audit.ts';
import type { ChainPlace } from '../store/audit/audit-store.ts';
import { UsageError } from './cli-context.ts';
import { timeWords } from './printing/time-words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { setInColumns } from './terminal/columns.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';

/** The audit logs of the configured database, beside a running server. */
export interface OpenAuditDesk extends AuditDesk {
  close(): Promise<void>;
}

export interface AuditContext {
  readonly terminal: Terminal;
  openAuditDesk(): Promise<OpenAuditDesk>;
  /** The command goes on, but the program will end with exit code 1. */
  noteFailure(): void;
}

/** `openderm audit`: who reached for what, and whether anybody has changed what is written about it. */
export function createAuditCommand(context: AuditContext): CommandDef {
  return defineCommand({
    meta: { name: 'audit', description: 'Audit logs of the companies: list, verify' },
    subCommands: { list: createListCommand(context), verify: createVerifyCommand(context) },
  });
}

const verifyArgs = {
  company: { type: 'string', valueHint: 'ID', description: 'This company only; all if not given' },
  known: {
    type: 'string',
    valueHint: 'NUMBER:HASH',
    description: 'An end of its log that you have noted before, which must still be there',
  },
  json: { type: 'boolean', description: 'Print JSON instead of a table' },
} as const;

function createVerifyCommand(context: AuditContext): CommandDef<typeof verifyArgs> {
  const { terminal, noteFailure } = context;
  return defineCommand({
    meta: { name: 'verify', description: 'Check every entry; exit code 1 where a log was tampered with' },
    args: verifyArgs,
    async run({ args }) {
      refuseStrayWords(args, verifyArgs);
      const known = parsePlace(args.known);
      if (known !== undefined && args.company === undefined)
        throw new UsageError('Expected --company with --known: each company has a log of its own.');
      const { verdicts, isKept } = await useAndClose(context.openAuditDesk, async (desk) => ({
        verdicts: await desk.verify(args.company),
        isKept: !known || !args.company || (await desk.stillHas(args.company, known)),
      }));
      if (args.json) terminal.print(JSON.stringify(verdicts.map(toPlain), null, 2));
      else if (verdicts.length === 0) terminal.remark('There is no company, and no log.');
      else printVerdicts(verdicts, terminal);
      if (!isKept) terminal.remark(`The log does not have ${args.known}: it was written anew since.`);
      if (!isKept || verdicts.some(({ broken }) => broken !== null)) noteFailure();
    },
  });
}

/** @throws UsageError */
function parsePlace(text: string | undefined): ChainPlace | undefined {
  if (text === undefined) return undefined;
  const { sequence, hash } = /^(?<sequence>\d{1,15}):(?<hash>[0-9a-f]{64})$/.exec(text)?.groups ?? {};
  if (sequence === undefined || hash === undefined)
    throw new UsageError(`Expected --known as NUMBER:HASH, received ${text}.`);
  return { sequence: Number(sequence), hash };
}

function toPlain({ company, ...verdict }: AuditVerdict): object {
  return { companyId: company.id, ...verdict };
}

const verdictColumns = [{ widthColumns: 38 }, { widthColumns: 10 }, { widthColumns: 26 }];

/** The end is for a note elsewhere: a chain that was rewritten as a whole is whole. */
function printVerdicts(verdicts: readonly AuditVerdict[], terminal: Terminal): void {
  const head = ['company', 'entries', 'log', 'end'].map((text) => terminal.paint('dim', text));
  const rows = verdicts.map(({ company, start, end, broken }) => [
    company.id,
    String(end.sequence - start.sequence),
    broken === null ? 'whole' : `${broken.reason} at ${broken.sequence}`,
    `${end.sequence}:${end.hash}`,
  ]);
  for (const line of setInColumns([head, ...rows], verdictColumns)) terminal.print(line);
}

const listArgs = {
  company: { type: 'string', valueHint: 'ID', description: 'Id of the company', required: true },
  limit: { type: 'string', valueHint: 'N', description: 'How many, 1 to 1000; 50 if not given' },
  before: { type: 'string', valueHint: 'NUMBER', description: 'Only entries before this one' },
  json: { type: 'boolean', description: 'Print JSON instead of a table' },
} as const;

const usualLimit = 50;
const mostEntries = 1000;

function createListCommand(context: AuditContext): CommandDef<typeof listArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'list', description: 'Who reached for what of a company, newest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const limit = parseCount(args.limit, { name: 'limit', most: mostEntries }) ?? usualLimit;
      const before = parseCount(args.before, { name: 'before', most: Number.MAX_SAFE_INTEGER });
      const listed = await useAndClose(context.openAuditDesk, (desk) =>
        desk.list(args.company, { limit, before }),
      );
      if (args.json) terminal.print(JSON.stringify(listed, null, 2));
      else if (listed.length === 0) terminal.remark('There is no entry.');
      else printEntries(listed, terminal);
    },
  });
}

/** @throws UsageError */
function parseCount(
  text: string | undefined,
  { name, most }: { readonly name: string; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 1 && count <= most) return count;
  throw new UsageError(`Expected --${name} from 1 to ${most}, received ${text}.`);
}

const entryColumns = [9, 22, 9, 9, 9, 12].map((widthColumns) => ({ widthColumns }));

function printEntries(listed: readonly ListedEntry[], terminal: Terminal): void {
  const head = ['number', 'when', 'outcome', 'action', 'object', 'actor', 'ids'];
  const rows = listed.map(({ sequence, entry }) => {
    if (entry === null) return [String(sequence), 'not readable'];
    const { atMs, outcome, action, object, actor } = entry;
    const ids = `${object.id ?? '-'} by ${actor.id ?? '-'}`;
    return [String(sequence), timeWords(atMs), outcome, action, object.kind, actor.kind, ids];
  });
  const dim = head.map((text) => terminal.paint('dim', text));
  for (const line of setInColumns([dim, ...rows], entryColumns)) terminal.print(line);
}
