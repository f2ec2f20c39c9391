// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { AccountDesk, NewPassword } from '../device/manage-accounts.ts';
import type { Account, AccountStanding } from '../record/account.ts';
import { UsageError } from './cli-context.ts';
import { timeWords } from './printing/time-words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { setInColumns } from './terminal/columns.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';

/** The accounts of the configured database; a running server sees every change at once. */
export interface OpenAccountDesk extends AccountDesk {
  close(): Promise<void>;
}

export interface UserContext {
  readonly terminal: Terminal;
  openAccountDesk(): Promise<OpenAccountDesk>;
  /** Everything on standard input, to its end. */
  readInput(): Promise<string>;
}

/** `openderm user`: who may log in. */
export function createUserCommand(context: UserContext): CommandDef {
  return defineCommand({
    meta: { name: 'user', description: 'Who may log in: add, list, remove, change role or password' },
    subCommands: {
      add: createAddCommand(context),
      list: createListCommand(context),
      remove: createRemoveCommand(context),
      role: createRoleCommand(context),
      password: createPasswordCommand(context),
    },
  });
}

const emailArgument = { type: 'positional', description: 'E-mail address', required: true } as const;
const passwordArgs = {
  email: emailArgument,
  'password-stdin': {
    type: 'boolean',
    description: 'Read the password from standard input; without it one is generated and printed once',
  },
} as const;

const standingArgs = {
  administrator: { type: 'boolean', description: 'May look after companies and accounts' },
  company: { type: 'string', valueHint: 'ID', description: 'The company it works for' },
} as const;
const addArgs = { ...passwordArgs, ...standingArgs } as const;

/** @throws UsageError */
function readStanding(args: {
  readonly administrator?: boolean | undefined;
  readonly company?: string | undefined;
}): AccountStanding {
  const { administrator = false, company = null } = args;
  if (administrator && company !== null)
    throw new UsageError('An administrator works for every company: give --administrator or --company.');
  return { role: administrator ? 'administrator' : 'user', companyId: company };
}

function createAddCommand(context: UserContext): CommandDef<typeof addArgs> {
  return defineCommand({
    meta: { name: 'add', description: 'Add an account; a user, unless said otherwise' },
    args: addArgs,
    async run({ args }) {
      refuseStrayWords(args, addArgs);
      const standing = readStanding(args);
      await setPassword(args, context, async (desk, password) => {
        const made = await desk.add(args.email, password, standing);
        return { made, sentence: `Added ${made.email}.` };
      });
    },
  });
}

function createPasswordCommand(context: UserContext): CommandDef<typeof passwordArgs> {
  return defineCommand({
    meta: { name: 'password', description: 'Give an account a new password; its tokens end at once' },
    args: passwordArgs,
    async run({ args }) {
      refuseStrayWords(args, passwordArgs);
      await setPassword(args, context, async (desk, password) => {
        const made = await desk.changePassword(args.email, password);
        return { made, sentence: `${made.email} has a new password; tokens issued before have ended.` };
      });
    },
  });
}

interface PasswordSet {
  readonly made: NewPassword;
  readonly sentence: string;
}

async function setPassword(
  args: { readonly 'password-stdin'?: boolean | undefined },
  { terminal, openAccountDesk, readInput }: UserContext,
  act: (desk: AccountDesk, password: string | undefined) => Promise<PasswordSet>,
): Promise<void> {
  const password = args['password-stdin'] ? withoutLineEnd(await readInput()) : undefined;
  const { made, sentence } = await useAndClose(openAccountDesk, (desk) => act(desk, password));
  terminal.remark(sentence);
  if (made.generatedPassword === null) return;
  terminal.remark('This password is shown once:');
  terminal.print(made.generatedPassword);
}

/** `echo` and editors end a line; no password does. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function createListCommand({ terminal, openAccountDesk }: UserContext): CommandDef<typeof listArgs> {
  return defineCommand({
    meta: { name: 'list', description: 'List the accounts, oldest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const accounts = await useAndClose(openAccountDesk, (desk) => desk.list());
      const shown = accounts.map(({ passwordHash: _, ...account }) => account);
      if (args.json) terminal.print(JSON.stringify(shown, null, 2));
      else if (shown.length === 0)
        terminal.remark('There is no account. openderm user add <email> makes one.');
      else printAccounts(shown, terminal);
    },
  });
}

const listArgs = { json: { type: 'boolean', description: 'Print JSON instead of a table' } } as const;

const TIME_COLUMNS = 22;
const ROLE_COLUMNS = 15;

function printAccounts(accounts: readonly Omit<Account, 'passwordHash'>[], terminal: Terminal): void {
  const rows = accounts.map(({ email, createdAtMs, passwordChangedAtMs, role, companyId }) => [
    email,
    timeWords(createdAtMs),
    timeWords(passwordChangedAtMs),
    role,
    companyId ?? '-',
  ]);
  const head = ['e-mail', 'since', 'password since', 'role', 'company'].map((text) =>
    terminal.paint('dim', text),
  );
  const emailColumns = Math.max(8, ...accounts.map(({ email }) => email.length)) + 2;
  const widths = [emailColumns, TIME_COLUMNS, TIME_COLUMNS, ROLE_COLUMNS];
  for (const line of setInColumns(
    [head, ...rows],
    widths.map((widthColumns) => ({ widthColumns })),
  ))
    terminal.print(line);
}

const roleArgs = { email: emailArgument, ...standingArgs } as const;

function createRoleCommand({ terminal, openAccountDesk }: UserContext): CommandDef<typeof roleArgs> {
  return defineCommand({
    meta: { name: 'role', description: 'Say what an account may do: a plain user without an option' },
    args: roleArgs,
    async run({ args }) {
      refuseStrayWords(args, roleArgs);
      const standing = readStanding(args);
      await useAndClose(openAccountDesk, (desk) => desk.changeStanding(args.email, standing));
      const whose = standing.companyId === null ? '' : ` of the company ${standing.companyId}`;
      terminal.remark(`${args.email.toLowerCase()} is now ${inWords[standing.role]}${whose}.`);
    },
  });
}

const inWords = { administrator: 'an administrator', user: 'a user' } as const;

const removeArgs = { email: emailArgument } as const;

function createRemoveCommand({ terminal, openAccountDesk }: UserContext): CommandDef<typeof removeArgs> {
  return defineCommand({
    meta: { name: 'remove', description: 'Remove an account; its tokens end at once, its analyses stay' },
    args: removeArgs,
    async run({ args }) {
      refuseStrayWords(args, removeArgs);
      await useAndClose(openAccountDesk, (desk) => desk.remove(args.email));
      terminal.remark(`Removed ${args.email.toLowerCase()}.`);
    },
  });
}
