// SPDX-License-Identifier: Apache-2.0
import { bodySites } from '../catalogue/body-sites.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createResolveCondition } from '../catalogue/resolve-condition.ts';
import { createAddSeverities } from '../device/add-severities.ts';
import type { CreateReport } from '../device/create-report.ts';
import { type AnalyseDraft, createAnalyseDraft } from '../device/drafts/analyse-draft.ts';
import { createAnswerDraft } from '../device/drafts/answer-draft.ts';
import { createDraftDesk, type DraftDesk } from '../device/drafts/draft-desk.ts';
import { createDraftPhotos } from '../device/drafts/draft-photos.ts';
import { createDraftQuestions, type DraftQuestions } from '../device/drafts/draft-questions.ts';
import { createFindPageCompany, type FindPageCompany } from '../device/drafts/find-page-company.ts';
import { createHoldDraft } from '../device/drafts/hold-draft.ts';
import { createOpenDraft } from '../device/drafts/open-draft.ts';
import type { PhotoRules } from '../device/drafts/photo-rules.ts';
import { createReadBodySite } from '../device/read-body-site.ts';
import type { ReadReport } from '../device/read-report.ts';
import { isPhotographScore } from '../device/report-scorers.ts';
import { createDraftThrottle } from '../gate/draft-throttle.ts';
import type { SealedIds } from '../gate/sealed-id.ts';
import type { SignedLinks } from '../gate/signed-link.ts';
import { qualityRules } from '../quality/quality-rules.ts';
import { scoringSystems } from '../scoring/systems.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import type { Store } from '../store/store.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import type { Privacy } from './open-privacy.ts';

export interface DraftParts {
  readonly store: Pick<Store, 'companies' | 'drafts' | 'reports'>;
  readonly privacy: Pick<Privacy, 'queue' | 'recordAccess'>;
  readonly media: MediaStore;
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
  readonly createReport: CreateReport;
  readonly readReport: ReadReport;
  readonly sealedIds: SealedIds;
  readonly signedLinks: SignedLinks;
  readonly clock: { nowMs(): number };
  readonly ids: { create(): string };
  readonly limits: Omit<PhotoRules, 'quality'>;
  readonly log: { error(details: object, message: string): void };
}

/** What the embeddable page asks the device for. */
export function buildDrafts(parts: DraftParts): {
  readonly draftDesk: DraftDesk;
  readonly draftQuestions: DraftQuestions;
  readonly analyseDraft: AnalyseDraft;
  readonly findPageCompany: FindPageCompany;
} {
  const { store, reader, clock, ids, limits } = parts;
  const { companies, drafts, reports } = store;
  const findPageCompany = createFindPageCompany({ companies, signedLinks: parts.signedLinks, clock });
  const hold = createHoldDraft({ drafts, companies, clock });
  const readBodySite = createReadBodySite(bodySites);
  const readers = { bodySites, readBodySite, systems: scoringSystems };
  const analysis = createAnalyseDraft({ ...parts, ...readers, hold, drafts, reports });
  const addSeverities = createAddSeverities({ ...parts, ...parts.privacy, reports });
  const draftQuestions = createDraftQuestions({ ...parts, ...readers, hold, drafts, reports, addSeverities });
  const resolveCondition = createResolveCondition(parts.catalogue);
  const isScore = (name: string) => isPhotographScore(name, scoringSystems);
  const draftDesk = createDraftDesk({
    ...parts,
    ...parts.privacy,
    openDraft: createOpenDraft({
      findPageCompany,
      throttle: createDraftThrottle(clock),
      drafts,
      clock,
      ids,
      bodySites,
      isScore,
      resolveCondition,
    }),
    hold,
    answerDraft: createAnswerDraft({ hold, readBodySite }),
    photos: createDraftPhotos({ hold, drafts, reader, limits }),
    analysis,
    drafts,
    reports,
    photoRules: { ...limits, quality: qualityRules },
  });
  return { draftDesk, draftQuestions, analyseDraft: analysis, findPageCompany };
}
