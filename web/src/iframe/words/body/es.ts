// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyEs: Translated<typeof bodyEn> = {
  heading: '¿En qué parte del cuerpo está?',
  hint: 'Toque el lugar. Izquierda y derecha son las de la persona.',
  nothing: 'Aún no hay nada elegido',
  chosen: 'Elegido: {{name}}',
  exactly: 'Con más precisión',
  showList: 'Elegir de una lista',
  showFigure: 'Mostrar el dibujo',
  search: 'Buscar',
  none: 'Ningún lugar se llama así.',
  front: 'Delante',
  back: 'Detrás',
  left: 'izquierda',
  right: 'derecha',
  anamnesis: 'Antes, unas preguntas',
  anamnesisHint: 'Responda lo que pueda y quiera.',
  questions: 'Algunas preguntas más',
  questionsHint: 'Esto no se ve en ninguna fotografía. Lo que deje sin responder no figura en el informe.',
  unanswered: 'sin respuesta',
  takeBack: 'Retirar estas respuestas',
  missing: 'falta',
  someMissing: 'Falta algo. Respóndalo, o no responda a ninguna de las preguntas que van juntas.',
  between: 'De {{from}} a {{to}}',
  atLeast: 'Como mínimo {{from}}',
  counting: 'Las respuestas se están añadiendo al informe.',
};
