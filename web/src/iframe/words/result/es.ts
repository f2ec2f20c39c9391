// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { resultEn } from './en.ts';

export const resultEs: Translated<typeof resultEn> = {
  heading: 'Informe',
  heading_patient: 'Qué ocurre ahora',
  loading: 'Se carga el informe',
  restart: 'Empezar otro informe',
  finding: 'Primera posibilidad, {{site}}',
  inconclusive: 'No concluyente: ninguna enfermedad es lo bastante probable para nombrarla',
  ranked: 'Enfermedades posibles',
  more: 'Mostrar más',
  evidence:
    'El {{percent}} de esta lista se apoya en las fotografías; el resto, en lo frecuentes que son las enfermedades.',
  indicators: 'Indicadores de riesgo',
  doubtful: 'Las fotografías dicen poco aquí: un indicador bajo no tranquiliza.',
  photographs: 'Fotografías',
  photograph: 'Fotografía {{number}}',
  map: 'Dónde miró el dispositivo para {{name}}',
  mapStrength: 'Intensidad del mapa',
  mapOf: 'Mapa de',
  quality: 'calidad {{score}} de 100',
  usable: 'utilizable',
  unusable: 'no utilizable',
  severity: 'Gravedad',
  bands: 'Niveles de esta escala',
  reduction: '{{percent}} menos que la primera puntuación',
  notValidated: 'Un índice de este dispositivo que nadie ha validado.',
  drawn: 'Lo hallado para {{name}}, dibujado sobre la fotografía',
  pdf: 'Abrir como PDF',
  preliminary:
    'Ayuda a la decisión, siempre preliminar. Un profesional sanitario revisa cada resultado junto con el paciente.',
  warning: {
    noValidImage: 'Ninguna fotografía permite una valoración. No actúe según estas cifras.',
    outsideKnownConditions:
      'Esta imagen queda fuera de lo que el dispositivo conoce bien. No actúe según estas cifras.',
    imagesDisagree: 'Las fotografías apuntan a enfermedades distintas. Mírelas una a una.',
    nonCommercialModel: 'Los modelos no pueden usarse con fines comerciales.',
  },
  indicator: {
    malignancy: 'Maligno',
    urgentReferral: 'Ver en 48 horas',
    highPriorityReferral: 'Ver en 15 días',
    pigmentedLesion: 'Lesión pigmentada',
    hasCondition: 'Alguna enfermedad relevante',
  },
  metric: {
    sensitivity: 'Sensibilidad',
    specificity: 'Especificidad',
    entropy: 'Incertidumbre',
  },
  modality: {
    None: 'Tipo de imagen desconocido',
    Clinical: 'Fotografía clínica',
    Dermoscopic: 'Fotografía dermatoscópica',
  },
  method: {
    learned: 'leído por un modelo entrenado',
    measured: 'medido',
    answer: 'respondido',
  },
  reason: {
    blur: 'borrosa',
    tooDark: 'demasiado oscura',
    tooBright: 'demasiado clara',
    lowContrast: 'poco contraste',
    lowResolution: 'demasiado pequeña',
    glare: 'reflejos',
    noise: 'con grano',
    compression: 'demasiado comprimida',
    notSkin: 'no se ve piel',
    other: 'otro defecto',
  },
  patient: {
    show: 'Enseñe esto a un profesional sanitario',
    invalid: 'El ordenador no pudo leer bien sus fotografías. Esto no dice nada sobre su piel.',
    inconclusive: 'El ordenador no pudo saber qué es. Eso no significa que no sea nada.',
    policy:
      'Un ordenador ha leído sus fotografías. Puede equivocarse y no puede decirle que algo carece de importancia. Un profesional sanitario tiene que ver su piel.',
    urgent:
      'No espere una respuesta si empeora deprisa, sangra, duele mucho o se encuentra mal: busque ayuda médica ahora.',
    pictures: 'Lo que usted envió',
    readable: 'El ordenador pudo leerla.',
    unreadable: 'El ordenador no pudo leerla bien.',
    results: '{{company}} ha recibido el informe con todo su contenido.',
  },
};
