// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { resultEn } from './en.ts';

export const resultPt: Translated<typeof resultEn> = {
  heading: 'Relatório',
  heading_patient: 'O que acontece agora',
  loading: 'A carregar o relatório',
  restart: 'Começar outro relatório',
  finding: 'Primeira possibilidade, {{site}}',
  inconclusive: 'Inconclusivo: nenhuma doença é suficientemente provável para ser nomeada',
  ranked: 'Doenças possíveis',
  more: 'Mostrar mais',
  evidence: '{{percent}} desta lista assenta nas fotografias; o resto, na frequência das doenças.',
  indicators: 'Indicadores de risco',
  doubtful: 'As fotografias dizem pouco aqui: um indicador baixo não tranquiliza.',
  photographs: 'Fotografias',
  photograph: 'Fotografia {{number}}',
  map: 'Para onde o dispositivo olhou para {{name}}',
  mapStrength: 'Intensidade do mapa',
  mapOf: 'Mapa de',
  quality: 'qualidade {{score}} de 100',
  usable: 'utilizável',
  unusable: 'não utilizável',
  severity: 'Gravidade',
  bands: 'Níveis desta escala',
  reduction: '{{percent}} menos do que a primeira pontuação',
  notValidated: 'Um índice deste dispositivo que ninguém validou.',
  drawn: 'O que foi encontrado para {{name}}, desenhado na fotografia',
  pdf: 'Abrir como PDF',
  preliminary:
    'Apoio à decisão, sempre preliminar. Um profissional de saúde revê cada resultado com o doente.',
  warning: {
    noValidImage: 'Nenhuma fotografia permite uma avaliação. Não aja segundo estes números.',
    outsideKnownConditions:
      'Esta imagem está fora do que o dispositivo conhece bem. Não aja segundo estes números.',
    imagesDisagree: 'As fotografias apontam para doenças diferentes. Veja-as uma a uma.',
    nonCommercialModel: 'Os modelos não podem ser usados para fins comerciais.',
  },
  indicator: {
    malignancy: 'Maligno',
    urgentReferral: 'Ver em 48 horas',
    highPriorityReferral: 'Ver em 15 dias',
    pigmentedLesion: 'Lesão pigmentada',
    hasCondition: 'Alguma doença relevante',
  },
  metric: {
    sensitivity: 'Sensibilidade',
    specificity: 'Especificidade',
    entropy: 'Incerteza',
  },
  modality: {
    None: 'Tipo de imagem desconhecido',
    Clinical: 'Fotografia clínica',
    Dermoscopic: 'Fotografia dermatoscópica',
  },
  method: {
    learned: 'lido por um modelo treinado',
    measured: 'medido',
    answer: 'respondido',
  },
  reason: {
    blur: 'desfocada',
    tooDark: 'demasiado escura',
    tooBright: 'demasiado clara',
    lowContrast: 'pouco contraste',
    lowResolution: 'demasiado pequena',
    glare: 'reflexos',
    noise: 'com grão',
    compression: 'demasiado comprimida',
    notSkin: 'não se vê pele',
    other: 'outro defeito',
  },
  patient: {
    show: 'Mostre isto a um profissional de saúde',
    invalid: 'O computador não conseguiu ler bem as suas fotografias. Isto não diz nada sobre a sua pele.',
    inconclusive: 'O computador não conseguiu dizer o que é. Isso não significa que não seja nada.',
    policy:
      'Um computador leu as suas fotografias. Pode enganar-se e não pode dizer-lhe que algo não tem importância. Um profissional de saúde tem de ver a sua pele.',
    urgent:
      'Não espere por uma resposta se piorar depressa, sangrar, doer muito ou se se sentir doente: procure ajuda médica agora.',
    pictures: 'O que enviou',
    readable: 'O computador conseguiu lê-la.',
    unreadable: 'O computador não conseguiu lê-la bem.',
    results: '{{company}} recebeu o relatório completo.',
  },
};
