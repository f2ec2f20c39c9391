// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { bodyEn } from './en.ts';

export const bodyPt: Translated<typeof bodyEn> = {
  heading: 'Em que parte do corpo está?',
  hint: 'Toque no sítio. Esquerda e direita são as da própria pessoa.',
  nothing: 'Ainda nada escolhido',
  chosen: 'Escolhido: {{name}}',
  exactly: 'Com mais precisão',
  showList: 'Escolher de uma lista',
  showFigure: 'Mostrar o desenho',
  search: 'Procurar',
  none: 'Nenhum sítio tem esse nome.',
  front: 'Frente',
  back: 'Costas',
  left: 'esquerda',
  right: 'direita',
  anamnesis: 'Primeiro, algumas perguntas',
  anamnesisHint: 'Responda ao que puder e quiser.',
  questions: 'Mais algumas perguntas',
  questionsHint: 'Nenhuma fotografia o pode mostrar. O que deixar por responder não consta do relatório.',
  unanswered: 'sem resposta',
  takeBack: 'Retirar estas respostas',
  missing: 'em falta',
  someMissing: 'Falta alguma coisa. Responda, ou não responda a nenhuma das perguntas que vão juntas.',
  between: 'De {{from}} a {{to}}',
  atLeast: 'No mínimo {{from}}',
  counting: 'As respostas estão a ser acrescentadas ao relatório.',
};
