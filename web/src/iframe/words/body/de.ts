// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyDe: Translated<typeof bodyEn> = {
  heading: 'Wo am Körper ist es?',
  hint: 'Tippen Sie auf die Stelle. Links und rechts sind die der Person selbst.',
  nothing: 'Noch nichts ausgewählt',
  chosen: 'Ausgewählt: {{name}}',
  exactly: 'Genauer',
  showList: 'Aus einer Liste wählen',
  showFigure: 'Zeichnung zeigen',
  search: 'Suchen',
  none: 'Keine Stelle heißt so.',
  front: 'Vorne',
  back: 'Hinten',
  left: 'eigene linke',
  right: 'eigene rechte',
  anamnesis: 'Zuerst einige Fragen',
  anamnesisHint: 'Beantworten Sie, was Sie können und möchten.',
};
