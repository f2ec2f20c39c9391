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
  left: 'links',
  right: 'rechts',
  anamnesis: 'Zuerst einige Fragen',
  anamnesisHint: 'Beantworten Sie, was Sie können und möchten.',
  questions: 'Noch einige Fragen',
  questionsHint: 'Das kann kein Foto zeigen. Was Sie auslassen, steht nicht im Bericht.',
  unanswered: 'nicht beantwortet',
  takeBack: 'Diese Antworten zurücknehmen',
  missing: 'fehlt',
  someMissing: 'Es fehlt etwas. Beantworten Sie es, oder keine der Fragen, die zusammengehören.',
  between: 'Von {{from}} bis {{to}}',
  atLeast: 'Mindestens {{from}}',
  counting: 'Die Antworten werden dem Bericht hinzugefügt.',
};
