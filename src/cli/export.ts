// SPDX-License-Identifier: Apache-2.0
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CommandDef, defineCommand } from 'citty';
import { UsageError } from './cli-context.ts';
import { companyArgument } from './company-context.ts';
import { type PrivacyContext, reportsInWords } from './privacy-context.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

const args = {
  company: companyArgument,
  subject: {
    type: 'string',
    valueHint: 'KEY',
    description: "The patient, by the company's own key",
    required: true,
  },
  out: { type: 'string', valueHint: 'FOLDER', description: 'A new or empty folder', required: true },
} as const;

/** For whoever hands it on, and nobody else. */
const modes = { folder: 0o700, file: 0o600 } as const;

/** `openderm export`: everything that is kept of a patient, as files. */
export function createExportCommand(context: PrivacyContext): CommandDef<typeof args> {
  return defineCommand({
    meta: { name: 'export', description: 'Write everything that is kept of a patient into a folder' },
    args,
    async run({ args: given }) {
      refuseStrayWords(given, args);
      const { company, subject, out } = given;
      await assertEmpty(out);
      const reports = await useAndClose(context.openPrivacyOffice, async (office) => {
        let count = 0;
        for await (const { path, bytes } of office.exportSubject(company, subject)) {
          const file = join(out, path);
          await mkdir(dirname(file), { recursive: true, mode: modes.folder });
          await writeFile(file, bytes, { mode: modes.file, flag: 'wx' });
          if (path.startsWith('reports/')) count += 1;
        }
        return count;
      });
      context.terminal.remark(`Wrote ${reportsInWords(reports)}.`);
      context.terminal.print(out);
    },
  });
}

/** @throws UsageError when there is something: an export must not mix with another one */
async function assertEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`Cannot write into ${folder}: ${error.message}`);
  });
  if (names.length > 0) throw new UsageError(`There are files in ${folder} already.`);
}
