// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { shellEn } from './en.ts';

export const shellDe: Translated<typeof shellEn> = {
  page: {
    title: 'Fotos der Haut',
    next: 'Weiter',
    back: 'Zurück',
    begin: 'Beginnen',
    progress: 'Schritt {{step}} von {{steps}}',
    skip: 'Überspringen',
    optional: 'freiwillig',
  },
  welcome: {
    heading: 'Fotos für einen Hautbericht',
    heading_patient: 'Fotos Ihrer Haut',
    lead: 'Einige Fragen und Fotos werden zu einem Bericht für {{company}}.',
    lead_patient: 'Einige Fragen und Fotos, und {{company}} erhält einen Bericht. Es dauert einige Minuten.',
    support: 'Entscheidungshilfe. Der Bericht ist vorläufig und ersetzt keine Untersuchung.',
    support_patient:
      'Dies ist keine Diagnose und nicht für Notfälle. Eine Ärztin oder ein Arzt muss Ihre Haut ansehen.',
    emergency: 'Rufen Sie im Notfall die Notrufnummer Ihres Landes an.',
    consent:
      'Ich bin einverstanden, dass die Fotos und Antworten ausgewertet und an {{company}} gesendet werden.',
  },
  concern: {
    heading: 'Worum geht es?',
    spot: 'Eine einzelne Stelle',
    spotHint: 'Ein Muttermal, ein Knoten, eine bestimmte wunde Stelle',
    other: 'Etwas anderes',
    otherHint: 'Ein Ausschlag, Akne, eine Wunde, Haare, mehrere Stellen',
  },
  analysis: {
    heading: 'Die Fotos werden gelesen',
    heading_patient: 'Ein Computer liest Ihre Fotos',
    progress: 'Gelesene Fotos: {{read}} von {{photos}}',
    failed: 'Die Fotos konnten nicht gelesen werden. Nichts von dem, was Sie gesendet haben, ist verloren.',
    again: 'Noch einmal versuchen',
  },
  done: {
    heading: 'Vielen Dank',
    lead: 'Der Bericht wurde an {{company}} gesendet.',
    lead_patient:
      'Ihre Fotos und Antworten wurden an {{company}} gesendet. Sie können diese Seite schließen.',
  },
  trouble: {
    heading: 'Diese Seite kann nicht weitermachen',
    network:
      'Es besteht keine Verbindung. Was Sie gesendet haben, bleibt erhalten; die Seite macht weiter, sobald die Verbindung wieder da ist.',
    expired: 'Was hier begonnen wurde, ist abgelaufen. Bitte beginnen Sie von vorn.',
    other: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
    again: 'Noch einmal versuchen',
    restart: 'Von vorn beginnen',
  },
};
