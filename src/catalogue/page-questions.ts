// SPDX-License-Identifier: Apache-2.0

/** A text by the wire's names of languages. */
type PageTexts = Readonly<Record<string, string>>;

/** What the embeddable page says in place of, or beside, the words of a questionnaire. */
export interface PageQuestionWords {
  /** For clinicians, in languages that the questionnaires are not in. */
  readonly clinician: PageTexts;
  /** In plain words, in every language of the page. */
  readonly patient: PageTexts;
}

/** Questions that no photograph answers, by item. @source wording of our own; no instrument's text is quoted */
export const pageQuestions: Readonly<Record<string, PageQuestionWords>> = {
  pruritus: {
    clinician: { pt_PT: 'Prurido' },
    patient: {
      en_GB: 'How much has it itched lately?',
      es_ES: '¿Cuánto le ha picado últimamente?',
      fr_FR: 'À quel point cela vous a-t-il démangé ces derniers temps ?',
      de_DE: 'Wie stark hat es in letzter Zeit gejuckt?',
      pt_PT: 'Quanta comichão tem sentido ultimamente?',
    },
  },
  sleeplessness: {
    clinician: { pt_PT: 'Perda de sono' },
    patient: {
      en_GB: 'How much has your skin kept you from sleeping lately?',
      es_ES: '¿Cuánto le ha impedido dormir la piel últimamente?',
      fr_FR: 'À quel point votre peau vous a-t-elle empêché de dormir ces derniers temps ?',
      de_DE: 'Wie stark hat Ihre Haut Sie in letzter Zeit vom Schlafen abgehalten?',
      pt_PT: 'Quanto é que a pele o tem impedido de dormir ultimamente?',
    },
  },
  surface: {
    clinician: { pt_PT: 'Área afetada' },
    patient: {
      en_GB: 'How much of the skin in this place is affected?',
      es_ES: '¿Cuánta piel de esta zona está afectada?',
      fr_FR: 'Quelle part de la peau est touchée à cet endroit ?',
      de_DE: 'Wie viel der Haut an dieser Stelle ist betroffen?',
      pt_PT: 'Que parte da pele desta zona está afetada?',
    },
  },
  patientAge: {
    clinician: { pt_PT: 'Idade do doente' },
    patient: {
      en_GB: 'How old is the person in the photographs?',
      es_ES: '¿Qué edad tiene la persona de las fotografías?',
      fr_FR: 'Quel âge a la personne sur les photos ?',
      de_DE: 'Wie alt ist die Person auf den Fotos?',
      pt_PT: 'Que idade tem a pessoa das fotografias?',
    },
  },
};

/** Answers that are one of a few, by item and value. @source as above */
export const pageAnswers: Readonly<Record<string, Readonly<Record<number, PageQuestionWords>>>> = {
  pruritus: {
    0: {
      clinician: { pt_PT: 'Nenhum' },
      patient: {
        en_GB: 'Not at all',
        es_ES: 'Nada',
        fr_FR: 'Pas du tout',
        de_DE: 'Gar nicht',
        pt_PT: 'Nada',
      },
    },
    1: {
      clinician: { pt_PT: 'Ligeiro (nota-se, não incomoda)' },
      patient: {
        en_GB: 'A little: I notice it, it does not bother me',
        es_ES: 'Un poco: lo noto, pero no me molesta',
        fr_FR: 'Un peu : je le remarque, cela ne me gêne pas',
        de_DE: 'Ein wenig: Ich merke es, es stört mich nicht',
        pt_PT: 'Um pouco: noto, mas não me incomoda',
      },
    },
    2: {
      clinician: { pt_PT: 'Moderado (incomoda, mas permite dormir e a vida diária)' },
      patient: {
        en_GB: 'Quite a lot: it bothers me, but I sleep and get on with my day',
        es_ES: 'Bastante: me molesta, pero duermo y hago mi vida',
        fr_FR: 'Assez : cela me gêne, mais je dors et je vaque à mes occupations',
        de_DE: 'Ziemlich: Es stört mich, aber ich schlafe und komme durch den Tag',
        pt_PT: 'Bastante: incomoda-me, mas durmo e faço a minha vida',
      },
    },
    3: {
      clinician: { pt_PT: 'Grave (interfere com a atividade diária normal ou o sono)' },
      patient: {
        en_GB: 'A lot: it disturbs my sleep or my day',
        es_ES: 'Mucho: me impide dormir o hacer mi vida',
        fr_FR: 'Beaucoup : cela perturbe mon sommeil ou mes journées',
        de_DE: 'Sehr: Es stört meinen Schlaf oder meinen Tag',
        pt_PT: 'Muito: perturba-me o sono ou o dia',
      },
    },
  },
};
