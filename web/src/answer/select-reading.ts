// SPDX-License-Identifier: Apache-2.0
import type { Answer, Reading } from './answer.ts';
import type { View } from './collect-notices.ts';

/** The view an answer opens with: a single photograph is shown with its heat maps at once. */
export function openingView(answer: Answer): View {
  return answer.photos.length === 1 ? 0 : 'together';
}

/** What is shown in a view; sensitivity and specificity belong to the request, and so to its only photograph. */
export function selectReading(answer: Answer, view: View): Reading {
  const photo = view === 'together' ? undefined : answer.photos[view];
  if (photo === undefined) return answer.together;
  if (answer.photos.length > 1) return photo;
  const { sensitivityPercent = null, specificityPercent = null } = answer.together;
  return { ...photo, sensitivityPercent, specificityPercent };
}
