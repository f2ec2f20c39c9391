// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyEs: Translated<typeof bodyEn> = {
  anamnesis: 'Antes, unas preguntas',
  anamnesisHint: 'Responda lo que pueda y quiera.',
};
