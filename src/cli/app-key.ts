// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import { UsageError } from './cli-context.ts';
import { type CompanyContext, companyArgument } from './company-context.ts';
import { timeWords } from './printing/time-words.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

/** `openderm app-key`: the short-lived keys that a company's page carries. */
export function createAppKeyCommand(context: CompanyContext): CommandDef {
  return defineCommand({
    meta: { name: 'app-key', description: "Short-lived keys of a company's page: add" },
    subCommands: { add: createAddCommand(context) },
  });
}

const args = {
  company: companyArgument,
  minutes: { type: 'string', valueHint: 'N', description: 'How long it is good, 1 to 1440; 10 if not given' },
} as const;

const usualMinutes = 10;
const mostMinutes = 1440;
const minuteMs = 60_000;

function createAddCommand(context: CompanyContext): CommandDef<typeof args> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'add', description: 'Make a key, as the backend of the company would register one' },
    args,
    async run({ args: given }) {
      refuseStrayWords(given, args);
      const lifetimeMs = parseMinutes(given.minutes) * minuteMs;
      const made = await useAndClose(context.openCompanyDesk, (desk) =>
        desk.addAppKey(given.company, lifetimeMs),
      );
      terminal.remark(`Good until ${timeWords(made.expiresAtMs)}:`);
      terminal.print(made.key);
    },
  });
}

/** @throws UsageError */
function parseMinutes(text: string | undefined): number {
  const minutes = text === undefined ? usualMinutes : Number(text);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes) return minutes;
  throw new UsageError(`Expected --minutes from 1 to ${mostMinutes}, received ${text}.`);
}
