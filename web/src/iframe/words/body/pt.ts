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
  left: 'a sua esquerda',
  right: 'a sua direita',
  anamnesis: 'Primeiro, algumas perguntas',
  anamnesisHint: 'Responda ao que puder e quiser.',
};
