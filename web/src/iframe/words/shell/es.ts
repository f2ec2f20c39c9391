// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import type { shellEn } from './en.ts';

export const shellEs: Translated<typeof shellEn> = {
  page: {
    title: 'Fotografías de la piel',
    next: 'Siguiente',
    back: 'Atrás',
    begin: 'Empezar',
    progress: 'Paso {{step}} de {{steps}}',
    skip: 'Omitir',
    optional: 'opcional',
  },
  welcome: {
    heading: 'Fotografías para un informe de la piel',
    heading_patient: 'Fotografías de su piel',
    lead: 'Unas preguntas y fotografías se convierten en un informe para {{company}}.',
    lead_patient:
      'Unas preguntas y unas fotografías, y {{company}} recibe un informe. Se tarda unos minutos.',
    support: 'Ayuda a la decisión. El informe es preliminar y no sustituye a una exploración.',
    support_patient:
      'Esto no es un diagnóstico ni sirve para urgencias. Un profesional sanitario tiene que ver su piel.',
    emergency: 'En caso de urgencia, llame al número de emergencias de su país.',
    consent: 'Acepto que las fotografías y respuestas se analicen y se envíen a {{company}}.',
  },
  concern: {
    heading: '¿De qué se trata?',
    spot: 'Una sola lesión',
    spotHint: 'Un lunar, un bulto, una herida concreta',
    other: 'Otra cosa',
    otherHint: 'Una erupción, acné, una úlcera, el cabello, varios lugares',
  },
  analysis: {
    heading: 'Lectura de las fotografías',
    heading_patient: 'Un ordenador está leyendo sus fotografías',
    progress: 'Fotografías leídas: {{read}} de {{photos}}',
    failed: 'No se han podido leer las fotografías. Nada de lo que envió se ha perdido.',
    again: 'Intentarlo de nuevo',
  },
  done: {
    heading: 'Gracias',
    lead: 'El informe se ha enviado a {{company}}.',
    lead_patient: 'Sus fotografías y respuestas se han enviado a {{company}}. Puede cerrar esta página.',
  },
  trouble: {
    heading: 'Esta página no puede continuar',
    network: 'No hay conexión. Lo que envió está guardado; la página sigue cuando vuelva la conexión.',
    expired: 'Lo que empezó aquí ha caducado. Empiece de nuevo, por favor.',
    other: 'Algo ha salido mal. Inténtelo de nuevo, por favor.',
    again: 'Intentarlo de nuevo',
    restart: 'Empezar de nuevo',
  },
};
