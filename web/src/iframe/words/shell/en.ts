// SPDX-License-Identifier: Apache-2.0

/** Words of the frame of the page and of its simplest steps. `_patient`: for lay people. */
export const shellEn = {
  page: {
    title: 'Photographs of the skin',
    next: 'Next',
    back: 'Back',
    begin: 'Begin',
    progress: 'Step {{step}} of {{steps}}',
    skip: 'Skip',
    optional: 'optional',
  },
  welcome: {
    heading: 'Photographs for a skin report',
    heading_patient: 'Photographs of your skin',
    lead: 'A few questions and photographs become a report for {{company}}.',
    lead_patient:
      'A few questions and photographs, and {{company}} receives a report. It takes some minutes.',
    support: 'Decision support. The report is preliminary and does not replace an examination.',
    support_patient: 'This is not a diagnosis and not for emergencies. A clinician has to look at your skin.',
    emergency: 'In an emergency, call the emergency number of your country.',
    consent: 'I agree that the photographs and answers are analysed and sent to {{company}}.',
  },
  concern: {
    heading: 'What is it about?',
    spot: 'One spot',
    spotHint: 'A mole, a growth, a single sore place',
    other: 'Something else',
    otherHint: 'A rash, acne, a wound, hair, several places',
  },
  analysis: {
    heading: 'Reading the photographs',
    heading_patient: 'A computer is reading your photographs',
    progress: 'Photographs read: {{read}} of {{photos}}',
    failed: 'The photographs could not be read. Nothing that you sent is lost.',
    again: 'Try again',
  },
  done: {
    heading: 'Thank you',
    lead: 'The report has been sent to {{company}}.',
    lead_patient: 'Your photographs and answers have been sent to {{company}}. You can close this page.',
  },
  trouble: {
    heading: 'This page cannot go on',
    network: 'There is no connection. What you sent is kept; the page goes on when the connection is back.',
    expired: 'What was begun here has expired. Please begin again.',
    other: 'Something went wrong. Please try again.',
    again: 'Try again',
    restart: 'Begin again',
  },
} as const;
