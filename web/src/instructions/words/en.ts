// SPDX-License-Identifier: Apache-2.0
import { numbers } from './en-numbers.ts';

/** Every word of the Instructions For Use, in English. Parts and their entries are printed in this order. */
export const en = {
  title: 'OpenDerm: instructions for use',
  heading: 'Instructions for use',
  lead: 'Read this before you act on an answer. It says what the device is for, what it must not be used for, how to photograph, and how to read every number.',
  contents: 'On this page',
  parts: {
    purpose: {
      heading: 'Intended use',
      lead: 'Decision support, always preliminary. Not a certified medical device: whoever puts it into service is responsible for its use.',
      entries: {
        purpose: {
          name: 'Purpose',
          text: 'To support a clinician who looks at a skin complaint: it ranks conditions that fit photographs, says whether the photographs are fit to be judged, and counts severity scores of skin conditions.',
        },
        users: {
          name: 'Users',
          text: 'Clinicians, and software that shows its answers to clinicians. Anybody may take the photographs. Whoever reads the answers has to know skin disease and this page.',
        },
        people: {
          name: 'Whose skin',
          text: 'Adults with a complaint that can be seen on the skin. Children, dark skin, hair, nails, genitals, palms and soles are hardly in the data the models learned from: expect more errors.',
        },
        place: {
          name: 'Where',
          text: 'In practices, clinics and remote care, wherever a clinician reviews the answer together with the history and the examination before anything is decided.',
        },
        gives: {
          name: 'What it gives',
          text: 'A ranked list over the whole catalogue, indicators, image quality with advice, heat maps, severity scores with their items, and reports of all this.',
        },
      },
    },
    limits: {
      heading: 'When not to use it',
      lead: 'In these cases its answer is worth nothing, or worse.',
      entries: {
        alone: {
          name: 'To decide alone',
          text: 'No diagnosis, referral, treatment or refusal of one may rest on its answer alone.',
        },
        exclude: {
          name: 'To exclude a disease',
          text: 'It cannot rule anything out. A suspicious lesion is examined and, where needed, removed whatever the numbers say.',
        },
        emergency: {
          name: 'Emergencies',
          text: 'Fever with a rash, swelling of the face, trouble breathing, blisters over large areas, rapidly spreading redness or severe pain need help now, not a photograph.',
        },
        place: {
          name: 'Other tissue',
          text: 'Mucosa, eyes, open wounds in theatre, and animals.',
        },
        picture: {
          name: 'Altered pictures',
          text: 'Screenshots, photographs of a screen or of print, filters and beauty modes, drawings, generated pictures.',
        },
        commercial: {
          name: 'Commercial use of the default models',
          text: 'Some models were trained on photographs that allow non-commercial use only. The answer then carries a warning; an operator can choose the free set of models.',
        },
      },
    },
    warnings: {
      heading: 'Warnings',
      lead: '',
      entries: {
        low: {
          name: 'A low number is no all-clear',
          text: 'Melanoma at the bottom of the list is still possible. What worries you in the room counts for more than the list.',
        },
        first: {
          name: 'Judge first, then read',
          text: 'A list on a screen draws the eye. Form an opinion of your own before you open the answer.',
        },
        unknown: {
          name: 'Most conditions are known by name only',
          text: 'The image models were taught about a dozen lesions. Everything else in the catalogue is placed by how common it is and marked so.',
        },
        flags: {
          name: 'Nobody has signed the indicators',
          text: 'Which conditions count as urgent, high priority or malignant is a proposal of engineers. A clinician has to sign it before clinical use.',
        },
        severity: {
          name: 'Measured severity is not a clinician’s grade',
          text: 'Redness, thickness, scale and the like are measured from colour and texture, and were held against rendered skin only. Some scores have no published bands or were never validated; they say so.',
        },
        patient: {
          name: 'Do not hand the ranking to patients',
          text: 'There is a sheet for them. It names no condition and always asks to be shown to a clinician.',
        },
        harm: {
          name: 'If it harmed somebody, or could have',
          text: 'Stop relying on the answer, tell the person responsible for the device, and report it to the authority and to the project, without photographs or names.',
        },
      },
    },
    photograph: {
      heading: 'How to photograph',
      lead: 'The answer is as good as the photograph.',
      entries: {
        light: {
          name: 'Light',
          text: 'Daylight from the side, no flash, no shadow of the phone. Wipe the lens.',
        },
        distance: {
          name: 'Distance',
          text: '10 to 15 cm for a lesion, an arm’s length for a rash. Do not use digital zoom.',
        },
        frame: {
          name: 'Frame',
          text: 'The lesion fills about a third of the picture, with healthy skin around it. Remove make-up, creams, dressings and hair from it.',
        },
        focus: {
          name: 'Focus',
          text: 'Hold the phone square to the skin, tap the lesion, wait until it is sharp, hold still.',
        },
        views: {
          name: 'Several views',
          text: 'Two or three of the same lesion: close, from the side, and from further away. Different lesions go into different requests.',
        },
        severity: {
          name: 'For a severity score',
          text: 'The whole site without clothes, in the same light, distance and position as last time. Say which body site it is.',
        },
        dermoscopy: {
          name: 'Dermoscopy',
          text: 'Allowed: the device says whether it takes a picture for clinical or dermoscopic. Fluid without bubbles, the whole lesion in view.',
        },
        privacy: {
          name: 'Privacy',
          text: 'No face, name, tattoo or jewellery in view unless it is needed. Ask for consent.',
        },
      },
    },
    numbers,
    care: {
      heading: 'Before use, and in use',
      lead: '',
      entries: {
        measure: {
          name: 'Measure on your own photographs',
          text: 'Accuracy was measured on pictures of the same sources as the training data. The command line tests it on yours before anybody relies on it.',
        },
        train: {
          name: 'Train who reads',
          text: 'Everybody who acts on answers reads this page and a model’s card, and knows whom to tell about errors.',
        },
        data: {
          name: 'Where the photographs go',
          text: 'To this server and nowhere else. Reports are kept with their photographs, without metadata, until the organisation’s time limits end.',
        },
        record: {
          name: 'What to file',
          text: 'The PDF, or the report’s number: the record keeps the models and versions that gave the answer.',
        },
        updates: {
          name: 'After an update',
          text: 'Models and bands may have changed. Compare scores of different versions with care.',
        },
      },
    },
  },
  versions: {
    heading: 'Versions',
    lead: 'What answers here today. Every answer and report names the versions it came from.',
    software: 'Software',
    catalogue: 'Catalogue of conditions',
    models: 'Models',
    model: 'Model',
    version: 'Version',
    licence: 'Licence',
    unknown: 'The device has not said.',
    signIn: 'Catalogue and models are shown here after signing in on the start page, in the same tab.',
    status: 'Status',
    notCertified: 'Not certified as a medical device.',
  },
} as const;
