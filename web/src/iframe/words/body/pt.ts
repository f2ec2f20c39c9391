// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyPt: Translated<typeof bodyEn> = {
  anamnesis: 'Primeiro, algumas perguntas',
  anamnesisHint: 'Responda ao que puder e quiser.',
};
