#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { defineCommand, type showUsage as printUsage, renderUsage, runCommand, runMain } from 'citty';
import manifest from '../../package.json' with { type: 'json' };
import { createAnalysesCommand } from './analyses.ts';
import { createAnalyzeCommand } from './analyze.ts';
import { createAppKeyCommand } from './app-key.ts';
import { createAssessmentsCommand } from './assessments.ts';
import { createAuditCommand } from './audit.ts';
import { createCompanyCommand } from './company.ts';
import { createEraseCommand } from './erase.ts';
import { createEvalCommand } from './eval.ts';
import { createExportCommand } from './export.ts';
import { createModelsCommand } from './models.ts';
import type { OpenClinic } from './severity/clinic.ts';
import { createSeverityCommand } from './severity.ts';
import { openQuestioner } from './terminal/questioner.ts';
import { createTerminal } from './terminal/terminal.ts';
import { createTokenCommand } from './token.ts';
import { createUserCommand } from './user.ts';
import { createWebhookCommand } from './webhook.ts';

const terminal = createTerminal(process.stdout, process.stderr);

/** The wiring loads databases and native code: only when a command needs it, so that help answers at once. */
const loadWiring = async () => {
  const [{ loadConfig }, build] = await Promise.all([
    import('../config.ts'),
    import('../build/build-commands.ts'),
  ]);
  return { config: loadConfig(), build };
};

/** Scoring needs neither database nor native code, and answers at once. */
const loadClinic: OpenClinic = async (locale) => {
  const [{ loadConfig }, { openClinic }] = await Promise.all([
    import('../config.ts'),
    import('../build/open-clinic.ts'),
  ]);
  return openClinic(loadConfig(), locale);
};

const context = {
  terminal,
  noteFailure: () => {
    process.exitCode = 1;
  },
  async openWorkbench() {
    const { build, config } = await loadWiring();
    return build.buildWorkbench(config);
  },
  async openShelf() {
    const { build, config } = await loadWiring();
    return build.buildShelf(config);
  },
  async openAccountDesk() {
    const { build, config } = await loadWiring();
    return build.buildAccountDesk(config);
  },
  async openCompanyDesk() {
    const { build, config } = await loadWiring();
    return build.buildCompanyDesk(config);
  },
  async openWebhookDesk() {
    const { build, config } = await loadWiring();
    return build.openWebhookDesk(config);
  },
  async openAuditDesk() {
    const { build, config } = await loadWiring();
    return build.openAuditDesk(config);
  },
  async openPrivacyOffice() {
    const { build, config } = await loadWiring();
    return build.openPrivacyOffice(config);
  },
  async openArchive() {
    const { build, config } = await loadWiring();
    return build.buildArchive(config);
  },
  openClinic: loadClinic,
  openQuestioner: () => openQuestioner(process.stdin, process.stderr),
  readInput: () => text(process.stdin),
};

const SUMMARY = 'Skin photographs in, a ranked differential out. Decision support only.';

const main = defineCommand({
  meta: { name: 'openderm', version: manifest.version, description: SUMMARY },
  subCommands: {
    analyze: createAnalyzeCommand(context),
    models: createModelsCommand(context),
    eval: createEvalCommand(context),
    severity: createSeverityCommand(context),
    user: createUserCommand(context),
    company: createCompanyCommand(context),
    token: createTokenCommand(context),
    'app-key': createAppKeyCommand(context),
    webhook: createWebhookCommand(context),
    analyses: createAnalysesCommand(context),
    assessments: createAssessmentsCommand(context),
    audit: createAuditCommand(context),
    erase: createEraseCommand(context),
    export: createExportCommand(context),
  },
});

/** The library colours its help even into files. */
const showUsage: typeof printUsage = async (command, parent) => {
  const usage = await renderUsage(command, parent);
  const plain = stripVTControlCharacters(usage)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  terminal.print(process.stdout.isTTY ? usage : plain);
};

async function run(words: readonly string[]): Promise<void> {
  const wantsHelp =
    words.length === 0 || words.includes('--help') || words.includes('-h') || words[0] === '--version';
  if (wantsHelp) await runMain(main, { rawArgs: words.length === 0 ? ['--help'] : [...words], showUsage });
  else await runCommand(main, { rawArgs: [...words] });
}

/** Errors meant for people carry a message; anything else is a fault of ours, and its stack helps to find it. */
function explain(error: unknown): void {
  const isFault =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  if (!(error instanceof Error) || isFault) console.error(error);
  else terminal.remark(error.name === 'CLIError' ? `${error.message}. See openderm --help.` : error.message);
  process.exitCode = 1;
}

// `openderm ... | head` closes the pipe early: enough has been read.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
await run(process.argv.slice(2)).catch(explain);
