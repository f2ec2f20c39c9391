// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { shellEn } from './en.ts';

export const shellPt: Translated<typeof shellEn> = {
  page: {
    title: 'Fotografias da pele',
    next: 'Seguinte',
    back: 'Voltar',
    begin: 'Começar',
    progress: 'Passo {{step}} de {{steps}}',
    skip: 'Saltar',
    optional: 'opcional',
  },
  welcome: {
    heading: 'Fotografias para um relatório da pele',
    heading_patient: 'Fotografias da sua pele',
    lead: 'Algumas perguntas e fotografias tornam-se um relatório para {{company}}.',
    lead_patient:
      'Algumas perguntas e fotografias, e {{company}} recebe um relatório. Demora alguns minutos.',
    support: 'Apoio à decisão. O relatório é preliminar e não substitui um exame.',
    support_patient:
      'Isto não é um diagnóstico nem serve para urgências. Um profissional de saúde tem de ver a sua pele.',
    emergency: 'Em caso de urgência, ligue para o número de emergência do seu país.',
    consent: 'Aceito que as fotografias e respostas sejam analisadas e enviadas a {{company}}.',
  },
  concern: {
    heading: 'De que se trata?',
    spot: 'Uma única lesão',
    spotHint: 'Um sinal, um nódulo, uma ferida num só sítio',
    other: 'Outra coisa',
    otherHint: 'Uma erupção, acne, uma úlcera, o cabelo, vários sítios',
  },
  analysis: {
    heading: 'Leitura das fotografias',
    heading_patient: 'Um computador está a ler as suas fotografias',
    progress: 'Fotografias lidas: {{read}} de {{photos}}',
    failed: 'Não foi possível ler as fotografias. Nada do que enviou se perdeu.',
    again: 'Tentar de novo',
  },
  done: {
    heading: 'Obrigado',
    lead: 'O relatório foi enviado a {{company}}.',
    lead_patient: 'As suas fotografias e respostas foram enviadas a {{company}}. Pode fechar esta página.',
  },
  trouble: {
    heading: 'Esta página não pode continuar',
    network: 'Não há ligação. O que enviou está guardado; a página continua quando a ligação voltar.',
    expired: 'O que começou aqui expirou. Comece de novo, por favor.',
    other: 'Algo correu mal. Tente de novo, por favor.',
    again: 'Tentar de novo',
    restart: 'Começar de novo',
  },
};
