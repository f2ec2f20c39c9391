// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import { DeviceError } from '../errors.ts';
import { assertYes, yesArgument } from './assert-yes.ts';
import { UsageError } from './cli-context.ts';
import { companyArgument } from './company-context.ts';
import { type PrivacyContext, type PrivacyOffice, reportsInWords } from './privacy-context.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

const args = {
  company: companyArgument,
  subject: {
    type: 'string',
    valueHint: 'KEY',
    description: "All reports of this patient, by the company's own key",
  },
  report: { type: 'string', valueHint: 'ID', description: 'This report, by the id that the company knows' },
  yes: yesArgument,
} as const;

/** `openderm erase`: what is kept of a patient, or one report, goes for good. */
export function createEraseCommand(context: PrivacyContext): CommandDef<typeof args> {
  return defineCommand({
    meta: { name: 'erase', description: 'Erase the reports of a patient, or one report, for good' },
    args,
    async run({ args: given }) {
      refuseStrayWords(given, args);
      const wish = readWish(given);
      assertYes(given.yes);
      await useAndClose(context.openPrivacyOffice, async (office) => {
        const erased = await eraseWish(given.company, wish, office);
        const left = await office.finishErasing();
        context.terminal.remark(`Erased ${reportsInWords(erased)}.`);
        if (left > 0)
          context.terminal.remark(
            'Files could not all be removed yet: a running server tries again every minute.',
          );
      });
    },
  });
}

type Wish = { readonly subject: string } | { readonly report: string };

/** @throws UsageError */
function readWish({ subject, report }: Partial<Record<'subject' | 'report', string | undefined>>): Wish {
  if (subject !== undefined && report === undefined) return { subject };
  if (report !== undefined && subject === undefined) return { report };
  throw new UsageError('Expected either --subject or --report.');
}

async function eraseWish(company: string, wish: Wish, office: PrivacyOffice): Promise<number> {
  if ('subject' in wish) return office.eraseSubject(company, wish.subject);
  try {
    await office.eraseReport(company, wish.report);
    return 1;
  } catch (error) {
    if (!(error instanceof DeviceError && error.code === 'notFound')) throw error;
    throw new UsageError(`The company has no report ${wish.report}.`);
  }
}
