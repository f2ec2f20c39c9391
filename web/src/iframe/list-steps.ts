// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { PageParameters } from './start/parameters.ts';

/** One question per screen, in this order. */
export type StepName =
  | 'welcome'
  | 'concern'
  | 'bodySite'
  | 'anamnesis'
  | 'photos'
  | 'contextPhoto'
  | 'analysis'
  | 'questions'
  | 'result'
  | 'done';

/** The steps that this person will see: what is not asked for, or is known already, is left out. */
export function listSteps(
  { asksAnamnesis, contextPhoto }: PageParameters,
  { company, showsResult }: Pick<PageDraft, 'company' | 'showsResult'>,
  isSiteGiven: boolean,
): readonly StepName[] {
  const asks = asksAnamnesis && company.anamnesis.length > 0;
  return [
    'welcome',
    'concern',
    ...(isSiteGiven ? [] : (['bodySite'] as const)),
    ...(asks ? (['anamnesis'] as const) : []),
    'photos',
    ...(contextPhoto === 'disabled' ? [] : (['contextPhoto'] as const)),
    'analysis',
    'questions',
    showsResult ? 'result' : 'done',
  ];
}
