// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyFr: Translated<typeof bodyEn> = {
  anamnesis: 'D’abord quelques questions',
  anamnesisHint: 'Répondez à ce que vous pouvez et voulez.',
};
