// SPDX-License-Identifier: Apache-2.0
import type { Answer, PhotoReading } from './answer.ts';

/** Which part of an answer is looked at: all photographs together, or one by its number from 0. */
export type View = 'together' | number;

export type NoticeKind =
  | 'invalid'
  | 'noValidImage'
  | 'outsideKnownConditions'
  | 'imagesDisagree'
  | 'someInvalid';

export interface Notice {
  readonly kind: NoticeKind;
  /** The numbers must not be acted upon. */
  readonly isGrave: boolean;
}

const graveKinds: readonly NoticeKind[] = ['invalid', 'noValidImage', 'outsideKnownConditions'];

/**
 * What a reader must know before reading the numbers of a view, gravest first.
 * @param warnBelowPercent the device's own threshold for image evidence; undefined when it did not say
 */
export function collectNotices(
  answer: Answer,
  view: View,
  warnBelowPercent: number | undefined,
): readonly Notice[] {
  const photo = view === 'together' ? undefined : answer.photos[view];
  const kinds = photo === undefined ? togetherKinds(answer) : photoKinds(photo, warnBelowPercent);
  const extra = answer.photos.length === 1 ? singleKinds(answer) : [];
  const unique = [...new Set([...kinds, ...extra])];
  return unique
    .map((kind) => ({ kind, isGrave: graveKinds.includes(kind) }))
    .sort((left, right) => Number(right.isGrave) - Number(left.isGrave));
}

function togetherKinds(answer: Answer): NoticeKind[] {
  const invalidCount = answer.photos.filter(({ validity }) => !validity.isValid).length;
  const isPartlyInvalid = invalidCount > 0 && invalidCount < answer.photos.length;
  return [...readingWarnings(answer), ...(isPartlyInvalid ? (['someInvalid'] as const) : [])];
}

function photoKinds(
  { validity, imageEvidencePercent }: PhotoReading,
  warnBelowPercent: number | undefined,
): NoticeKind[] {
  const isOutside = warnBelowPercent !== undefined && imageEvidencePercent < warnBelowPercent;
  return [
    ...(validity.isValid ? [] : (['invalid'] as const)),
    ...(isOutside ? (['outsideKnownConditions'] as const) : []),
  ];
}

// With one photograph the request's warnings are the photograph's; "none of the photographs" would read oddly.
function singleKinds(answer: Answer): NoticeKind[] {
  return readingWarnings(answer).filter(
    (warning) => warning !== 'noValidImage' && warning !== 'imagesDisagree',
  );
}

// Terms of use change nothing about how to read the numbers: they are shown beside the models. No score is forced here.
function readingWarnings({ warnings }: Answer): NoticeKind[] {
  return warnings.filter((each) => each !== 'nonCommercialModel' && each !== 'forcedScoreUnread');
}
