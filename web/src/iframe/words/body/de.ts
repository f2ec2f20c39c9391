// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyDe: Translated<typeof bodyEn> = {
  anamnesis: 'Zuerst einige Fragen',
  anamnesisHint: 'Beantworten Sie, was Sie können und möchten.',
};
