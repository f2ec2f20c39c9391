// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { resultEn } from './en.ts';

export const resultDe: Translated<typeof resultEn> = {
  heading: 'Bericht',
  heading_patient: 'Wie es weitergeht',
  loading: 'Der Bericht wird geladen',
  restart: 'Einen weiteren Bericht beginnen',
  finding: 'Erste Möglichkeit, {{site}}',
  inconclusive: 'Nicht eindeutig: keine Erkrankung ist wahrscheinlich genug, um genannt zu werden',
  ranked: 'Mögliche Erkrankungen',
  more: 'Mehr anzeigen',
  evidence: '{{percent}} dieser Liste beruhen auf den Fotos, der Rest darauf, wie häufig Erkrankungen sind.',
  indicators: 'Risikohinweise',
  doubtful: 'Die Fotos sagen hier wenig: ein niedriger Wert ist keine Entwarnung.',
  photographs: 'Fotos',
  photograph: 'Foto {{number}}',
  map: 'Wohin das Gerät für {{name}} geschaut hat',
  mapStrength: 'Stärke der Karte',
  mapOf: 'Karte von',
  quality: 'Qualität {{score}} von 100',
  usable: 'verwendbar',
  unusable: 'nicht verwendbar',
  severity: 'Schweregrad',
  bands: 'Stufen dieses Scores',
  reduction: '{{percent}} weniger als der erste Score',
  notValidated: 'Ein Index dieses Geräts, den niemand validiert hat.',
  drawn: 'Was für {{name}} gefunden wurde, auf dem Foto eingezeichnet',
  pdf: 'Als PDF öffnen',
  preliminary:
    'Entscheidungshilfe, immer vorläufig. Eine Fachperson prüft jedes Ergebnis gemeinsam mit der Patientin oder dem Patienten.',
  warning: {
    noValidImage: 'Kein Foto reicht für eine Beurteilung. Handeln Sie nicht nach diesen Zahlen.',
    outsideKnownConditions:
      'Dieses Bild liegt außerhalb dessen, was das Gerät gut kennt. Handeln Sie nicht nach diesen Zahlen.',
    imagesDisagree: 'Die Fotos sprechen für verschiedene Erkrankungen. Sehen Sie sich jedes an.',
    nonCommercialModel: 'Die Modelle dürfen nicht gewerblich genutzt werden.',
  },
  indicator: {
    malignancy: 'Bösartig',
    urgentReferral: 'Innerhalb von 48 Stunden ansehen',
    highPriorityReferral: 'Innerhalb von 15 Tagen ansehen',
    pigmentedLesion: 'Pigmentierte Läsion',
    hasCondition: 'Irgendeine relevante Erkrankung',
  },
  metric: {
    sensitivity: 'Sensitivität',
    specificity: 'Spezifität',
    entropy: 'Unsicherheit',
  },
  modality: {
    None: 'Art des Bildes unbekannt',
    Clinical: 'Klinisches Foto',
    Dermoscopic: 'Dermatoskopisches Foto',
  },
  method: {
    learned: 'von einem trainierten Modell gelesen',
    measured: 'gemessen',
    answer: 'beantwortet',
  },
  reason: {
    blur: 'unscharf',
    tooDark: 'zu dunkel',
    tooBright: 'zu hell',
    lowContrast: 'wenig Kontrast',
    lowResolution: 'zu klein',
    glare: 'Spiegelungen',
    noise: 'verrauscht',
    compression: 'zu stark komprimiert',
    notSkin: 'keine Haut zu sehen',
    other: 'ein anderer Fehler',
  },
  patient: {
    show: 'Zeigen Sie dies einer Ärztin oder einem Arzt',
    invalid: 'Der Computer konnte Ihre Fotos nicht gut genug lesen. Das sagt nichts über Ihre Haut.',
    inconclusive: 'Der Computer konnte nicht sagen, was es ist. Das heißt nicht, dass es nichts ist.',
    policy:
      'Ein Computer hat Ihre Fotos gelesen. Er kann sich irren und kann Ihnen nicht sagen, dass etwas unbedenklich ist. Eine Ärztin oder ein Arzt muss Ihre Haut ansehen.',
    urgent:
      'Warten Sie nicht auf eine Antwort, wenn es rasch schlimmer wird, blutet, stark schmerzt oder Sie sich krank fühlen: holen Sie sofort medizinische Hilfe.',
    pictures: 'Was Sie gesendet haben',
    readable: 'Der Computer konnte es lesen.',
    unreadable: 'Der Computer konnte es nicht gut genug lesen.',
    results: '{{company}} hat den vollständigen Bericht erhalten.',
  },
};
