// SPDX-License-Identifier: Apache-2.0
import { type CommandDef, defineCommand } from 'citty';
import type { AnalysesContext, Archive } from './analyses.ts';
import { assertYes, yesArgument } from './assert-yes.ts';
import { UsageError } from './cli-context.ts';
import { refuseStrayWords } from './refuse-stray-words.ts';
import { useAndClose } from './use-and-close.ts';

const args = {
  id: { type: 'positional', description: 'The identifier of one assessment', required: false },
  account: {
    type: 'string',
    valueHint: 'EMAIL',
    description: 'Whose patient; the id in the record where the account is gone',
  },
  subject: {
    type: 'string',
    valueHint: 'KEY',
    description: "All assessments of this patient, by the account's own key",
  },
  yes: yesArgument,
} as const;

/** `openderm assessments erase`: one assessment, or all of a patient, with the photographs that were kept of them. */
export function createEraseAssessmentsCommand(context: AnalysesContext): CommandDef<typeof args> {
  return defineCommand({
    meta: { name: 'erase', description: 'Erase one assessment, or all of a patient, for good' },
    args,
    async run({ args: given }) {
      refuseStrayWords(given, args);
      const wish = readWish(given);
      assertYes(given.yes);
      await useAndClose(context.openArchive, async (archive) => {
        const erased = await eraseWish(wish, archive);
        context.terminal.remark(`Erased ${erased === 1 ? '1 assessment' : `${erased} assessments`}.`);
      });
    },
  });
}

type Wish = { readonly id: string } | { readonly account: string; readonly subject: string };

/** @throws UsageError */
function readWish({ id, account, subject }: Partial<Record<keyof typeof args, unknown>>): Wish {
  if (typeof id === 'string' && account === undefined && subject === undefined) return { id };
  if (id === undefined && typeof account === 'string' && typeof subject === 'string')
    return { account, subject };
  throw new UsageError('Expected either the id of an assessment, or --account and --subject.');
}

/** @throws UsageError */
async function eraseWish(wish: Wish, { eraseAnswers, findAccountByEmail }: Archive): Promise<number> {
  if ('id' in wish) {
    if (await eraseAnswers.eraseAssessment(wish.id.toLowerCase())) return 1;
    throw new UsageError(
      `There is no assessment ${wish.id}. openderm assessments list prints those there are.`,
    );
  }
  const { account, subject } = wish;
  if (!account.includes('@')) return await eraseAnswers.eraseAssessmentsOf(account, subject);
  const found = await findAccountByEmail(account);
  if (found === undefined) throw new UsageError(`There is no account ${account}.`);
  return await eraseAnswers.eraseAssessmentsOf(found.id, subject);
}
