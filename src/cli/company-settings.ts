// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { type CommandDef, defineCommand } from 'citty';
import type { CompanyChange } from '../device/company-change.ts';
import type { AnamnesisQuestion } from '../record/company.ts';
import { UsageError } from './cli-context.ts';
import { type CompanyContext, companyArgument } from './company-context.ts';
import { printCompany } from './printing/print-company.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

const json = { type: 'boolean', description: 'Print the company as JSON' } as const;
const showArgs = { company: companyArgument, json } as const;

export function createShowCommand(context: CompanyContext): CommandDef<typeof showArgs> {
  return defineCommand({
    meta: { name: 'show', description: 'Show the settings of a company' },
    args: showArgs,
    async run({ args }) {
      refuseStrayWords(args, showArgs);
      const found = await useAndClose(context.openCompanyDesk, (desk) => desk.find(args.company));
      if (args.json) context.terminal.print(JSON.stringify(found, null, 2));
      else printCompany(found, context.terminal);
    },
  });
}

const days = (what: string) =>
  ({ type: 'string', valueHint: 'DAYS', description: `For how long ${what} kept; none: for good` }) as const;
const colour = (what: string) =>
  ({ type: 'string', valueHint: 'COLOUR', description: `${what} colour like #0b6660, or none` }) as const;
const addresses = (what: string) => ({ type: 'string', valueHint: 'URLS', description: what }) as const;

const setArgs = {
  company: companyArgument,
  name: { type: 'string', valueHint: 'NAME', description: 'What people call it' },
  locale: { type: 'string', valueHint: 'LANGUAGE', description: 'en, es, fr, de or pt' },
  threshold: {
    type: 'string',
    valueHint: 'PERCENT',
    description: 'How probable a condition must be to be called the pathology',
  },
  origins: addresses('Who may show the iframe, e.g. "https://a.example https://b.example"; none: nobody'),
  callbacks: addresses('Addresses that a host page may name as callback, or none'),
  primary: colour('Main'),
  secondary: colour('Second'),
  font: { type: 'string', valueHint: 'FONT', description: 'Roboto, Montserrat or none' },
  logo: { type: 'string', valueHint: 'FILE', description: 'PNG, JPEG or WebP of at most 32 KiB, or none' },
  anamnesis: {
    type: 'string',
    valueHint: 'FILE',
    description:
      'JSON of the questions: [{"id": "since", "text": {"en": "Since when?"}}]; none: no questions',
  },
  'reports-days': days('reports are'),
  'images-days': days('pictures of reports are'),
  'audit-days': days('entries of the audit log are'),
  json,
} as const;

export function createSetCommand(context: CompanyContext): CommandDef<typeof setArgs> {
  return defineCommand({
    meta: { name: 'set', description: 'Change settings of a company; what is not named stays' },
    args: setArgs,
    async run({ args }) {
      refuseStrayWords(args, setArgs);
      const change = await readChange(args);
      if (Object.keys(change).length === 0)
        throw new UsageError('There is nothing to change. See openderm company set --help.');
      const changed = await useAndClose(context.openCompanyDesk, (desk) => desk.change(args.company, change));
      context.terminal.remark(`Changed ${changed.name}.`);
      if (args.json) context.terminal.print(JSON.stringify(changed, null, 2));
    },
  });
}

type Given = Readonly<
  Partial<Record<keyof typeof setArgs, string | boolean | readonly string[] | undefined>>
>;

/** @throws UsageError for what cannot be read; what cannot be used is the desk's to refuse */
async function readChange(given: Given): Promise<CompanyChange> {
  const text = (name: keyof typeof setArgs) => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  const theme = withoutAbsent({
    primary: orNull(text('primary')),
    secondary: orNull(text('secondary')),
    fontFamily: orNull(text('font')),
  });
  const retention = withoutAbsent({
    reportsDays: toDays('reports-days', text('reports-days')),
    imagesDays: toDays('images-days', text('images-days')),
    auditDays: toDays('audit-days', text('audit-days')),
  });
  return withoutAbsent({
    name: text('name'),
    locale: text('locale'),
    confidenceThreshold: toShare(text('threshold')),
    allowedOrigins: toList(text('origins')),
    callbackUrls: toList(text('callbacks')),
    anamnesis: await readQuestions(text('anamnesis')),
    theme: Object.keys(theme).length === 0 ? undefined : theme,
    logoFile: await readLogo(text('logo')),
    retention: Object.keys(retention).length === 0 ? undefined : retention,
  });
}

type Present<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** What was not given stays as it is: it must not be there at all. */
function withoutAbsent<Fields extends object>(fields: Fields): Present<Fields> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Present<Fields>;
}

const none = 'none';

function orNull(text: string | undefined): string | null | undefined {
  return text === none ? null : text;
}

function toList(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  return text === none ? [] : text.split(/[\s,]+/).filter((each) => each !== '');
}

function toDays(option: string, text: string | undefined): number | null | undefined {
  if (text === undefined || text === none) return orNull(text) as null | undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`Expected --${option} in whole days, or none, received ${text}.`);
}

/** Percent as a share. @throws UsageError */
export function toShare(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = text.trim() === '' ? Number.NaN : Number(text);
  if (percent >= 0 && percent <= 100) return percent / 100;
  throw new UsageError(`Expected --threshold from 0 to 100, received ${text}.`);
}

/** @throws UsageError */
async function readGiven(path: string): Promise<Buffer> {
  return await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${path}: ${cause.message}`);
  });
}

async function readLogo(path: string | undefined): Promise<Uint8Array | null | undefined> {
  if (path === undefined || path === none) return orNull(path) as null | undefined;
  return await readGiven(path);
}

async function readQuestions(path: string | undefined): Promise<readonly AnamnesisQuestion[] | undefined> {
  if (path === undefined) return undefined;
  if (path === none) return [];
  const document = parseJson(String(await readGiven(path)));
  if (Array.isArray(document) && document.every(isQuestion)) return document;
  throw new UsageError(
    `Expected ${path} to be a JSON list of questions like {"id": "since", "text": {"en": "Since when?"}}.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isQuestion(value: unknown): value is AnamnesisQuestion {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { id, text } = value as { readonly id?: unknown; readonly text?: unknown };
  if (typeof id !== 'string' || typeof text !== 'object' || text === null || Array.isArray(text))
    return false;
  return Object.values(text).every((words) => typeof words === 'string');
}
