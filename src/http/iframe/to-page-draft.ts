// SPDX-License-Identifier: Apache-2.0
import type { PageCompany, PageDraft, PagePhoto, PhotoRules } from '@openderm/contract';
import type { AnalysisState, DraftView, PhotoInDraft } from '../../device/drafts/draft-view.ts';
import { toMediaValidity } from '../../fhir/media-validity.ts';
import type { Company } from '../../record/company.ts';
import { toLogoPath } from './logo.ts';

/** A draft in the page's own words. @param reportId encrypted id, once there is a report */
export function toPageDraft(view: DraftView, reportId: string | null): PageDraft {
  const { wishes, answers } = view;
  return {
    hostOrigins: [...view.company.allowedOrigins],
    expiresAt: new Date(view.expiresAtMs).toISOString(),
    company: toPageCompany(view.company),
    locale: wishes.locale,
    isForPatient: wishes.isForPatient,
    showsResult: wishes.showsResult,
    wantsDiagnosis: wishes.wantsDiagnosis,
    answers: { ...answers, anamnesis: [...answers.anamnesis] },
    photos: view.photos.map(toPagePhoto),
    photoRules: toPhotoRules(view),
    analysis: toAnalysis(view.analysis),
    reportId,
  };
}

/** What anybody who holds the public app key may know of a company. */
export function toPageCompany(company: Company): PageCompany {
  const { name, locale, theme, anamnesis } = company;
  const questions = anamnesis.map(({ id, text }) => ({ id, text: { ...text } as Record<string, string> }));
  return { name, locale, theme: { ...theme, logo: toLogoPath(company) }, anamnesis: questions };
}

export function toPagePhoto({ id, role, totalBytes, receivedBytes, verdict }: PhotoInDraft): PagePhoto {
  const shown =
    verdict?.kind === 'read' ? { ...verdict, validity: toMediaValidity(verdict.validity) } : verdict;
  return { id, role, totalBytes, receivedBytes, verdict: shown };
}

function toPhotoRules({ photoRules }: DraftView): PhotoRules {
  const curves = Object.entries(photoRules.quality.curves).map(([name, curve]) => {
    return [name, curve.map((point) => [...point])];
  });
  return { ...photoRules, quality: { ...photoRules.quality, curves: Object.fromEntries(curves) } };
}

function toAnalysis(analysis: AnalysisState): PageDraft['analysis'] {
  const isRunning = analysis.kind === 'running';
  return {
    state: analysis.kind,
    readPhotos: isRunning ? analysis.readPhotos : 0,
    photos: isRunning ? analysis.photos : 0,
    errorCode: analysis.kind === 'failed' ? analysis.code : null,
  };
}
