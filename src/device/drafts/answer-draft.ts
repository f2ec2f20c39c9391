// SPDX-License-Identifier: Apache-2.0
import { DeviceError, type FieldProblem } from '../../errors.ts';
import type { Company } from '../../record/company.ts';
import type { Draft, DraftAnswer, DraftAnswers } from '../../record/draft.ts';
import { toValueProblem } from '../field-reading.ts';
import type { ReadBodySite } from '../read-body-site.ts';
import type { HeldDraft, HoldDraft } from './hold-draft.ts';

/** What the page sends as the person goes on; what is absent stays. */
export interface GivenAnswers extends Partial<DraftAnswers> {
  /** Ids of all photographs, in their new order. */
  readonly photoOrder?: readonly string[];
}

/** @throws DeviceError `draftGone`, `invalidRequest` */
export type AnswerDraft = (handle: string, given: GivenAnswers) => Promise<HeldDraft>;

export interface AnswerDraftDependencies {
  readonly hold: HoldDraft;
  readonly readBodySite: ReadBodySite;
}

export function createAnswerDraft({ hold, readBodySite }: AnswerDraftDependencies): AnswerDraft {
  return async (handle, given) => {
    const { company } = await hold.find(handle);
    const { photoOrder, ...answers } = given;
    const site = typeof answers.bodySite === 'string' ? readBodySite(answers.bodySite).problems : undefined;
    const problems = [...(site ?? []), ...findStrangers(answers.anamnesis ?? [], company)];
    if (problems.length > 0) throw new DeviceError('invalidRequest', { problems });
    return await hold.change(handle, (draft) => ({
      ...draft,
      answers: { ...draft.answers, ...answers },
      photos: photoOrder ? putInOrder(draft.photos, photoOrder) : draft.photos,
    }));
  };
}

function findStrangers(given: readonly DraftAnswer[], { anamnesis }: Company): readonly FieldProblem[] {
  return given.flatMap(({ id }, index) =>
    anamnesis.some((question) => question.id === id)
      ? []
      : [toValueProblem(['body', 'anamnesis', index, 'id'], 'the company asks no such question')],
  );
}

/** Photographs that the order does not name, for they came meanwhile, stay at the end. */
function putInOrder(photos: Draft['photos'], order: readonly string[]): Draft['photos'] {
  const place = ({ id }: Draft['photos'][number]) => (order.includes(id) ? order.indexOf(id) : order.length);
  return photos.toSorted((one, other) => place(one) - place(other));
}
