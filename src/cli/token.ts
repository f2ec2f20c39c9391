// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { ApiToken } from '../record/company.ts';
import { type CompanyContext, companyArgument } from './company-context.ts';
import { timeWords } from './printing/time-words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { setInColumns } from './terminal/columns.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';

/** `openderm token`: what a company's backend sends as `X-API-TOKEN`. */
export function createTokenCommand(context: CompanyContext): CommandDef {
  return defineCommand({
    meta: { name: 'token', description: "Tokens of a company's backend: add, list, revoke" },
    subCommands: {
      add: createAddCommand(context),
      list: createListCommand(context),
      revoke: createRevokeCommand(context),
    },
  });
}

const addArgs = {
  company: companyArgument,
  name: { type: 'string', valueHint: 'NAME', description: 'What it is for; "backend" if not given' },
} as const;

function createAddCommand(context: CompanyContext): CommandDef<typeof addArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'add', description: 'Make a token; it is shown once' },
    args: addArgs,
    async run({ args }) {
      refuseStrayWords(args, addArgs);
      const { name = 'backend' } = args;
      const { token, company, secret } = await useAndClose(context.openCompanyDesk, (desk) =>
        desk.addToken(args.company, name),
      );
      terminal.remark(`Made the token ${token.id} (${token.name}) of ${company.name}.`);
      terminal.remark('It is shown once; only its hash is kept:');
      terminal.print(secret);
    },
  });
}

const listArgs = {
  company: companyArgument,
  json: { type: 'boolean', description: 'Print JSON instead of a table' },
} as const;

function createListCommand(context: CompanyContext): CommandDef<typeof listArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'list', description: 'List the tokens of a company, oldest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const tokens = await useAndClose(context.openCompanyDesk, (desk) => desk.listTokens(args.company));
      // The hash is of no use to anybody who reads a list.
      const shown = tokens.map(({ secretHash: _, ...token }) => token);
      if (args.json) terminal.print(JSON.stringify(shown, null, 2));
      else if (shown.length === 0)
        terminal.remark(`There is no token. openderm token add ${args.company} makes one.`);
      else printTokens(shown, terminal);
    },
  });
}

const columns = [{ widthColumns: 38 }, { widthColumns: 22 }, { widthColumns: 22 }];

function printTokens(tokens: readonly Omit<ApiToken, 'secretHash'>[], terminal: Terminal): void {
  const head = ['id', 'since', 'revoked', 'name'].map((text) => terminal.paint('dim', text));
  const rows = tokens.map(({ id, createdAtMs, revokedAtMs, name }) => [
    id,
    timeWords(createdAtMs),
    revokedAtMs === null ? '-' : timeWords(revokedAtMs),
    name,
  ]);
  for (const line of setInColumns([head, ...rows], columns)) terminal.print(line);
}

const revokeArgs = {
  id: { type: 'positional', description: 'Id of the token', required: true },
} as const;

function createRevokeCommand(context: CompanyContext): CommandDef<typeof revokeArgs> {
  return defineCommand({
    meta: { name: 'revoke', description: 'Revoke a token; it ends at once' },
    args: revokeArgs,
    async run({ args }) {
      refuseStrayWords(args, revokeArgs);
      await useAndClose(context.openCompanyDesk, (desk) => desk.revokeToken(args.id));
      context.terminal.remark(`Revoked ${args.id}.`);
    },
  });
}
