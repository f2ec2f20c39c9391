// SPDX-License-Identifier: Apache-2.0
import type { Company } from '../../record/company.ts';
import type { Draft, DraftPhoto } from '../../record/draft.ts';
import type { DraftStore } from '../../store/drafts/draft-store.ts';
import type { PhotoRules } from './photo-rules.ts';

/** How far the analysis of a draft has come on this server. */
export type AnalysisState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly readPhotos: number; readonly photos: number }
  | { readonly kind: 'done' }
  /** The code of the error; asking again begins anew. */
  | { readonly kind: 'failed'; readonly code: string };

export interface PhotoInDraft extends DraftPhoto {
  readonly receivedBytes: number;
}

/** A draft as its page sees it. */
export interface DraftView extends Omit<Draft, 'photos'> {
  readonly company: Company;
  readonly photos: readonly PhotoInDraft[];
  readonly analysis: AnalysisState;
  readonly photoRules: PhotoRules;
}

export interface ViewDependencies {
  readonly drafts: Pick<DraftStore, 'receivedBytes'>;
  readonly analysisOf: (draft: Draft) => AnalysisState;
  readonly photoRules: PhotoRules;
}

export async function viewDraft(
  { draft, company }: { readonly draft: Draft; readonly company: Company },
  { drafts, analysisOf, photoRules }: ViewDependencies,
): Promise<DraftView> {
  const photos = draft.photos.map(async (photo) => ({
    ...photo,
    // What was looked at is here; only the others need counting.
    receivedBytes: photo.verdict ? photo.totalBytes : await drafts.receivedBytes(draft.id, photo.id),
  }));
  return { ...draft, company, photos: await Promise.all(photos), analysis: analysisOf(draft), photoRules };
}
