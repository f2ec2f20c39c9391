// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { shellEn } from './en.ts';

export const shellFr: Translated<typeof shellEn> = {
  page: {
    title: 'Photographies de la peau',
    next: 'Suivant',
    back: 'Retour',
    begin: 'Commencer',
    progress: 'Étape {{step}} sur {{steps}}',
    skip: 'Passer',
    optional: 'facultatif',
  },
  welcome: {
    heading: 'Photographies pour un compte rendu cutané',
    heading_patient: 'Photographies de votre peau',
    lead: 'Quelques questions et photographies forment un compte rendu pour {{company}}.',
    lead_patient:
      'Quelques questions et photographies, et {{company}} reçoit un compte rendu. Cela prend quelques minutes.',
    support: 'Aide à la décision. Le compte rendu est préliminaire et ne remplace pas un examen.',
    support_patient:
      'Ceci n’est pas un diagnostic et ne convient pas aux urgences. Un professionnel de santé doit regarder votre peau.',
    emergency: 'En cas d’urgence, appelez le numéro d’urgence de votre pays.',
    consent: 'J’accepte que les photographies et les réponses soient analysées et envoyées à {{company}}.',
  },
  concern: {
    heading: 'De quoi s’agit-il ?',
    spot: 'Une seule lésion',
    spotHint: 'Un grain de beauté, une grosseur, une plaie précise',
    other: 'Autre chose',
    otherHint: 'Une éruption, de l’acné, un ulcère, les cheveux, plusieurs endroits',
  },
  analysis: {
    heading: 'Lecture des photographies',
    heading_patient: 'Un ordinateur lit vos photographies',
    progress: 'Photographies lues : {{read}} sur {{photos}}',
    failed: 'Les photographies n’ont pas pu être lues. Rien de ce que vous avez envoyé n’est perdu.',
    again: 'Réessayer',
  },
  done: {
    heading: 'Merci',
    lead: 'Le compte rendu a été envoyé à {{company}}.',
    lead_patient:
      'Vos photographies et vos réponses ont été envoyées à {{company}}. Vous pouvez fermer cette page.',
  },
  trouble: {
    heading: 'Cette page ne peut pas continuer',
    network:
      'Il n’y a pas de connexion. Ce que vous avez envoyé est conservé ; la page reprend dès que la connexion revient.',
    expired: 'Ce qui a été commencé ici a expiré. Veuillez recommencer.',
    other: 'Une erreur s’est produite. Veuillez réessayer.',
    again: 'Réessayer',
    restart: 'Recommencer',
  },
};
