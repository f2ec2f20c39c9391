// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { IssuedWebhook } from '../device/manage-webhooks.ts';
import { UsageError } from './cli-context.ts';
import { companyArgument } from './company-context.ts';
import { printDeliveries, printWebhooks } from './printing/print-webhooks.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import type { Terminal } from './terminal/terminal.ts';
import { useAndClose } from './use-and-close.ts';
import type { WebhookContext } from './webhook-context.ts';

/** `openderm webhook`: whose servers are told what happens. */
export function createWebhookCommand(context: WebhookContext): CommandDef {
  return defineCommand({
    meta: {
      name: 'webhook',
      description:
        'Servers that are told of new reports: add, list, remove, rotate, enable, deliveries, replay',
    },
    subCommands: {
      add: createAddCommand(context),
      list: createListCommand(context),
      remove: createRemoveCommand(context),
      rotate: createRotateCommand(context),
      enable: createEnableCommand(context),
      deliveries: createDeliveriesCommand(context),
      replay: createReplayCommand(context),
    },
  });
}

const json = { type: 'boolean', description: 'Print JSON instead of a table' } as const;
const id = { type: 'positional', description: 'Id of the webhook', required: true } as const;
const oneArgs = { id } as const;

const addArgs = {
  company: companyArgument,
  url: { type: 'positional', description: 'Where deliveries are posted, https://...', required: true },
  events: {
    type: 'string',
    valueHint: 'EVENTS',
    description: 'report.created, report.severity_added or both with a comma; both if not given',
  },
  body: {
    type: 'string',
    valueHint: 'BODY',
    description:
      'thin (ids only) or report (the raw report, as the compatible API pushes it); thin if not given',
  },
} as const;

function createAddCommand(context: WebhookContext): CommandDef<typeof addArgs> {
  return defineCommand({
    meta: { name: 'add', description: 'Add a webhook; its signing secret is shown once' },
    args: addArgs,
    async run({ args }) {
      refuseStrayWords(args, addArgs);
      const { company: companyId, url, body } = args;
      const events = args.events?.split(',').map((event) => event.trim());
      const wanted = { companyId, url, events, body };
      const issued = await useAndClose(context.openWebhookDesk, (desk) => desk.add(wanted));
      context.terminal.remark(`Made the webhook ${issued.webhook.id} to ${issued.webhook.url}.`);
      printSecret(issued, context.terminal);
    },
  });
}

function printSecret({ secret }: IssuedWebhook, terminal: Terminal): void {
  terminal.remark('The secret by which its receiver knows our deliveries is shown once:');
  terminal.print(secret);
}

const listArgs = { company: companyArgument, json } as const;

function createListCommand(context: WebhookContext): CommandDef<typeof listArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'list', description: 'List the webhooks of a company, oldest first' },
    args: listArgs,
    async run({ args }) {
      refuseStrayWords(args, listArgs);
      const webhooks = await useAndClose(context.openWebhookDesk, (desk) => desk.list(args.company));
      if (args.json) terminal.print(JSON.stringify(webhooks, null, 2));
      else if (webhooks.length === 0)
        terminal.remark(`There is no webhook. openderm webhook add ${args.company} <url> makes one.`);
      else printWebhooks(webhooks, terminal);
    },
  });
}

function createRemoveCommand(context: WebhookContext): CommandDef<typeof oneArgs> {
  return defineCommand({
    meta: { name: 'remove', description: 'Remove a webhook, with what waits for it' },
    args: oneArgs,
    async run({ args }) {
      refuseStrayWords(args, oneArgs);
      await useAndClose(context.openWebhookDesk, (desk) => desk.remove(args.id));
      context.terminal.remark(`Removed ${args.id}.`);
    },
  });
}

function createRotateCommand(context: WebhookContext): CommandDef<typeof oneArgs> {
  return defineCommand({
    meta: { name: 'rotate', description: 'Make a new secret; for a day the one before signs too' },
    args: oneArgs,
    async run({ args }) {
      refuseStrayWords(args, oneArgs);
      printSecret(
        await useAndClose(context.openWebhookDesk, (desk) => desk.rotate(args.id)),
        context.terminal,
      );
    },
  });
}

function createEnableCommand(context: WebhookContext): CommandDef<typeof oneArgs> {
  return defineCommand({
    meta: { name: 'enable', description: 'Deliver again to a webhook that was disabled' },
    args: oneArgs,
    async run({ args }) {
      refuseStrayWords(args, oneArgs);
      await useAndClose(context.openWebhookDesk, (desk) => desk.enable(args.id));
      context.terminal.remark(`Enabled ${args.id}. What was given up: openderm webhook replay ${args.id}`);
    },
  });
}

const deliveriesArgs = {
  id,
  state: { type: 'string', valueHint: 'STATE', description: 'pending, delivered or dead; all if not given' },
  limit: { type: 'string', valueHint: 'N', description: 'At most so many, newest first; 50 if not given' },
  json,
} as const;

const usualLimit = '50';
const states = ['pending', 'delivered', 'dead'] as const;

function createDeliveriesCommand(context: WebhookContext): CommandDef<typeof deliveriesArgs> {
  const { terminal } = context;
  return defineCommand({
    meta: { name: 'deliveries', description: 'List what was sent to a webhook and what came of it' },
    args: deliveriesArgs,
    async run({ args }) {
      refuseStrayWords(args, deliveriesArgs);
      const query = { limit: Number(args.limit ?? usualLimit), state: parseState(args.state) };
      const deliveries = await useAndClose(context.openWebhookDesk, (desk) =>
        desk.listDeliveries(args.id, query),
      );
      if (args.json) terminal.print(JSON.stringify(deliveries, null, 2));
      else if (deliveries.length === 0) terminal.remark('There is no such delivery.');
      else printDeliveries(deliveries, terminal);
    },
  });
}

/** @throws UsageError */
function parseState(text: string | undefined): (typeof states)[number] | undefined {
  const state = states.find((each) => each === text);
  if (text === undefined || state !== undefined) return state;
  throw new UsageError(`Expected --state ${states.join(', ')}, received ${text}.`);
}

const replayArgs = {
  id,
  event: {
    type: 'string',
    valueHint: 'ID',
    description: 'Only this event; all that were given up if not given',
  },
} as const;

function createReplayCommand(context: WebhookContext): CommandDef<typeof replayArgs> {
  return defineCommand({
    meta: { name: 'replay', description: 'Send again what was given up, or one event' },
    args: replayArgs,
    async run({ args }) {
      refuseStrayWords(args, replayArgs);
      const which = args.event === undefined ? 'dead' : { eventId: args.event };
      const count = await useAndClose(context.openWebhookDesk, (desk) => desk.replay(args.id, which));
      context.terminal.remark(`${count} ${count === 1 ? 'delivery goes' : 'deliveries go'} out again.`);
    },
  });
}
