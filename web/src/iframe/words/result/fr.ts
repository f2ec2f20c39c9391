// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { resultEn } from './en.ts';

export const resultFr: Translated<typeof resultEn> = {
  heading: 'Compte rendu',
  heading_patient: 'La suite',
  loading: 'Chargement du compte rendu',
  restart: 'Commencer un autre compte rendu',
  finding: 'Première possibilité, {{site}}',
  inconclusive: 'Non concluant : aucune maladie n’est assez probable pour être nommée',
  ranked: 'Maladies possibles',
  more: 'Afficher plus',
  evidence:
    '{{percent}} de cette liste repose sur les photographies, le reste sur la fréquence des maladies.',
  indicators: 'Indicateurs de risque',
  doubtful: 'Les photographies disent peu ici : un indicateur bas ne rassure pas.',
  photographs: 'Photographies',
  photograph: 'Photographie {{number}}',
  map: 'Là où l’appareil a regardé pour {{name}}',
  mapStrength: 'Intensité de la carte',
  mapOf: 'Carte de',
  quality: 'qualité {{score}} sur 100',
  usable: 'utilisable',
  unusable: 'inutilisable',
  severity: 'Gravité',
  bands: 'Niveaux de ce score',
  reduction: '{{percent}} de moins que le premier score',
  notValidated: 'Un indice de cet appareil que personne n’a validé.',
  drawn: 'Ce qui a été trouvé pour {{name}}, dessiné sur la photographie',
  pdf: 'Ouvrir en PDF',
  preliminary:
    'Aide à la décision, toujours préliminaire. Un professionnel de santé examine chaque résultat avec le patient.',
  warning: {
    noValidImage: 'Aucune photographie ne permet un jugement. N’agissez pas d’après ces chiffres.',
    outsideKnownConditions:
      'Cette image sort de ce que l’appareil connaît bien. N’agissez pas d’après ces chiffres.',
    imagesDisagree: 'Les photographies évoquent des maladies différentes. Regardez-les une à une.',
    nonCommercialModel: 'Les modèles ne peuvent pas être utilisés à des fins commerciales.',
  },
  indicator: {
    malignancy: 'Malin',
    urgentReferral: 'À voir sous 48 heures',
    highPriorityReferral: 'À voir sous 15 jours',
    pigmentedLesion: 'Lésion pigmentée',
    hasCondition: 'Une maladie pertinente',
  },
  metric: {
    sensitivity: 'Sensibilité',
    specificity: 'Spécificité',
    entropy: 'Incertitude',
  },
  modality: {
    None: 'Type d’image inconnu',
    Clinical: 'Photographie clinique',
    Dermoscopic: 'Photographie dermoscopique',
  },
  method: {
    learned: 'lu par un modèle entraîné',
    measured: 'mesuré',
    answer: 'répondu',
  },
  reason: {
    blur: 'floue',
    tooDark: 'trop sombre',
    tooBright: 'trop claire',
    lowContrast: 'peu de contraste',
    lowResolution: 'trop petite',
    glare: 'reflets',
    noise: 'granuleuse',
    compression: 'trop compressée',
    notSkin: 'aucune peau visible',
    other: 'autre défaut',
  },
  patient: {
    show: 'Montrez ceci à un professionnel de santé',
    invalid: 'L’ordinateur n’a pas pu lire assez bien vos photographies. Cela ne dit rien de votre peau.',
    inconclusive: 'L’ordinateur n’a pas pu dire ce que c’est. Cela ne veut pas dire que ce n’est rien.',
    policy:
      'Un ordinateur a lu vos photographies. Il peut se tromper et ne peut pas vous dire qu’une chose est sans importance. Un professionnel de santé doit regarder votre peau.',
    urgent:
      'N’attendez pas de réponse si cela s’aggrave vite, saigne, fait très mal ou si vous vous sentez malade : demandez une aide médicale maintenant.',
    pictures: 'Ce que vous avez envoyé',
    readable: 'L’ordinateur a pu la lire.',
    unreadable: 'L’ordinateur n’a pas pu la lire assez bien.',
    results: '{{company}} a reçu le compte rendu complet.',
  },
};
