// SPDX-License-Identifier: Apache-2.0

/** How to read every number, in English. */
export const numbers = {
  heading: 'How to read every number',
  lead: 'Percentages run from 0 to 100.',
  entries: {
    probability: {
      name: 'Probability',
      text: 'How the device spreads its belief over the catalogue for these photographs; all entries make 100 together. Calibrated on validation data of the kind it learned from. It is not the chance that this patient has the condition: it knows no history and no examination.',
    },
    evidence: {
      name: 'Evidence: picture or frequency',
      text: 'Picture: the models were taught the condition and the photograph speaks for it. Frequency: the number only says how common the condition is.',
    },
    imageEvidence: {
      name: 'Image evidence',
      text: 'How much of the 100 rests on the photographs. Below {{threshold}} % a warning says that it may be something the models were not taught.',
    },
    pathology: {
      name: 'Named condition, or inconclusive',
      text: 'A report names the first entry only if its probability reaches the threshold of the organisation. Inconclusive does not mean healthy.',
    },
    hasCondition: {
      name: 'Indicator: some condition',
      text: 'What is left of 100 without the entry Non-specific finding.',
    },
    pigmented: {
      name: 'Indicator: pigmented lesion',
      text: 'Sum over conditions that are pigmented lesions, benign ones included.',
    },
    malignancy: {
      name: 'Indicator: malignancy',
      text: 'Sum over malignant conditions. Never a reason not to examine.',
    },
    urgent: {
      name: 'Indicator: urgent referral',
      text: 'Sum over conditions to be seen within 48 hours.',
    },
    priority: {
      name: 'Indicator: high-priority referral',
      text: 'Sum over conditions to be seen within 15 days, the urgent ones included.',
    },
    sensitivity: {
      name: 'Sensitivity',
      text: 'Of validation photographs with the first condition, the share in which the model found it. Of the model, not of this answer; absent where nobody measured it.',
    },
    specificity: {
      name: 'Specificity',
      text: 'Of validation photographs without the first condition, the share in which the model did not name it.',
    },
    entropy: {
      name: 'Entropy',
      text: '0: one condition stands alone. 100: all are equally likely.',
    },
    quality: {
      name: 'Image quality',
      text: '0 to 100, with reasons. From {{quality}} on a photograph is acceptable. Below, it is left out of the common answer.',
    },
    skin: {
      name: 'Shows skin',
      text: 'How sure the device is that the photograph shows skin at all. What is not skin is not usable.',
    },
    heatMap: {
      name: 'Heat map',
      text: 'Warm colours: what weighed most for one condition. It shows where the model looked, not where disease is or ends.',
    },
    score: {
      name: 'Severity score and band',
      text: 'The number as its authors count it, and the band it falls into (1 none or mild, 2 moderate, 3 severe). Bands by our own convention are marked.',
    },
    item: {
      name: 'Items of a score',
      text: 'Each says how it came about: answered by a person, measured, or learned. Measured and learned ones carry a confidence; a low one means: look yourself.',
    },
    forced: {
      name: 'Forced score',
      text: 'Counted because somebody asked for it. It does not mean that the patient has the condition.',
    },
    surface: {
      name: 'Affected surface',
      text: 'The share of the skin in the picture that looks affected; not of the body.',
    },
    change: {
      name: 'Reduction and history',
      text: 'By how many percent the score has fallen since the first one of the same patient and site; negative where it rose. Light, distance and angle change it too.',
    },
    time: {
      name: 'Seconds',
      text: 'How long the device took. It says nothing about the skin.',
    },
  },
} as const;
