// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { Company } from '../record/company.ts';
import type { CompanyContext } from './company-context.ts';
import { createSetCommand, createShowCommand, toShare } from './company-settings.ts';
import { timeWords } from './printing/time-words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { setInColumns } from './terminal/columns.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';

/** `openderm company`: whose reports there are. */
export function createCompanyCommand(context: CompanyContext): CommandDef {
  return defineCommand({
    meta: { name: 'company', description: 'Companies whose backends fetch reports: add, list, show, set' },
    subCommands: {
      add: createAddCommand(context),
      list: createListCommand(context),
      show: createShowCommand(context),
      set: createSetCommand(context),
    },
  });
}

const addArgs = {
  name: { type: 'positional', description: 'Name of the company', required: true },
  locale: { type: 'string', valueHint: 'LANGUAGE', description: 'en, es, fr, de or pt; en if not given' },
  threshold: {
    type: 'string',
    valueHint: 'PERCENT',
    description: 'How probable a condition must be to be called the pathology; 50 if not given',
  },
  json: { type: 'boolean', description: 'Print the company as JSON' },
} as const;

function createAddCommand(context: CompanyContext): CommandDef<typeof addArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'add', description: 'Add a company; prints its id' },
    args: addArgs,
    async run({ args }) {
      refuseStrayWords(args, addArgs);
      const confidenceThreshold = toShare(args.threshold);
      const { name, locale = 'en' } = args;
      const company = await useAndClose(context.openCompanyDesk, (desk) =>
        desk.add({ name, locale, confidenceThreshold }),
      );
      terminal.remark(`Added ${company.name}. A token for its backend: openderm token add ${company.id}`);
      terminal.print(args.json ? JSON.stringify(company, null, 2) : company.id);
    },
  });
}

const listArgs = { json: { type: 'boolean', description: 'Print JSON instead of a table' } } as const;

function createListCommand(context: CompanyContext): CommandDef<typeof listArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'list', description: 'List the companies, oldest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const companies = await useAndClose(context.openCompanyDesk, (desk) => desk.list());
      if (args.json) terminal.print(JSON.stringify(companies, null, 2));
      else if (companies.length === 0)
        terminal.remark('There is no company. openderm company add <name> makes one.');
      else printCompanies(companies, terminal);
    },
  });
}

const columns = [{ widthColumns: 38 }, { widthColumns: 8 }, { widthColumns: 11 }, { widthColumns: 22 }];

function printCompanies(companies: readonly Company[], terminal: Terminal): void {
  const head = ['id', 'locale', 'threshold', 'since', 'name'].map((text) => terminal.paint('dim', text));
  const rows = companies.map(({ id, locale, confidenceThreshold, createdAtMs, name }) => [
    id,
    locale,
    `${Math.round(confidenceThreshold * 100)} %`,
    timeWords(createdAtMs),
    name,
  ]);
  for (const line of setInColumns([head, ...rows], columns)) terminal.print(line);
}
