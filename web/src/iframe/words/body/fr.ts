// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyFr: Translated<typeof bodyEn> = {
  heading: 'Où est-ce sur le corps ?',
  hint: 'Touchez l’endroit. La gauche et la droite sont celles de la personne.',
  nothing: 'Rien n’est encore choisi',
  chosen: 'Choisi : {{name}}',
  exactly: 'Plus précisément',
  showList: 'Choisir dans une liste',
  showFigure: 'Afficher le dessin',
  search: 'Chercher',
  none: 'Aucun endroit ne porte ce nom.',
  front: 'Devant',
  back: 'Derrière',
  left: 'gauche',
  right: 'droite',
  anamnesis: 'D’abord quelques questions',
  anamnesisHint: 'Répondez à ce que vous pouvez et voulez.',
  questions: 'Encore quelques questions',
  questionsHint:
    'Aucune photo ne peut le montrer. Ce que vous laissez de côté ne figure pas dans le compte rendu.',
  unanswered: 'sans réponse',
  takeBack: 'Retirer ces réponses',
  missing: 'manque',
  someMissing:
    'Il manque quelque chose. Répondez-y, ou ne répondez à aucune des questions qui vont ensemble.',
  between: 'De {{from}} à {{to}}',
  atLeast: 'Au moins {{from}}',
  counting: 'Les réponses sont ajoutées au compte rendu.',
};
