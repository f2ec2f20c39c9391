// SPDX-License-Identifier: Apache-2.0
import type { DiagnosisWarning } from '../../record/diagnosis.ts';
import type { Modality, QualityReason } from '../../record/image-analysis.ts';
import type { ModelTask } from '../../record/model-identity.ts';
import type { ReportMedia } from '../../record/report-record.ts';
import type { ReadingMethod } from '../../record/severity-reading.ts';

/** One meaning of a code system of ours. */
export interface OwnConcept {
  readonly code: string;
  /** English; the same in every report, whatever its language. */
  readonly display: string;
  readonly definition?: string;
  /** By language. */
  readonly names?: Readonly<Record<string, string>>;
  /** Further facts, by the name of the property; what is not the case is left out. */
  readonly facts?: Readonly<Record<string, string | true>>;
}

const plain = <Code extends string>(displays: Readonly<Record<Code, string>>): readonly OwnConcept[] =>
  Object.entries<string>(displays).map(([code, display]) => ({ code, display }));

/** Code systems that no catalogue fills, by id. What a record can say is complete by its type. */
export const ownConcepts = {
  /** What an Observation of a report is about. */
  observation: plain({
    photographQuality: 'Quality and usability of a photograph',
    clinicalIndicators: 'Clinical indicators',
    performance: 'Performance of the reading',
    analysis: 'Circumstances of the analysis',
  }),
  /** Figures and facts inside an Observation. */
  figure: plain({
    sensitivity: 'Sensitivity of the first entry on the model’s validation set',
    specificity: 'Specificity of the first entry on the model’s validation set',
    entropy: 'Entropy of the ranked list: 0 certain, 100 anything goes',
    hasCondition: 'A relevant skin condition is present',
    malignancy: 'The lesion is malignant',
    adjustedMalignancy: 'Adjusted malignancy',
    pigmentedLesion: 'The lesion is pigmented',
    urgentReferral: 'Should be seen within 48 hours',
    highPriorityReferral: 'Should be seen within 15 days',
    duration: 'Duration of the analysis',
    imageEvidence: 'Share of the ranked list that the photographs themselves speak for',
    warning: 'What a reader must know',
    catalogueVersion: 'Release of the condition catalogue',
    usable: 'The photograph is usable',
    photographFault: 'Fault of the photograph',
    scoredFor: 'Condition it was scored for',
    forced: 'Asked for whatever the diagnosis',
    validated: 'A validated score',
    reduction: 'Percent that the score has fallen by since the first one known',
  }),
  modality: plain<Modality>({
    None: 'Neither clinical nor dermoscopic',
    Clinical: 'Clinical photograph',
    Dermoscopic: 'Dermoscopic photograph',
  }),
  /** What a picture is to its report. */
  picture: plain<ReportMedia['role']>({
    photograph: 'Photograph that was analysed',
    context: 'Photograph that shows where on the body it is; not analysed',
    heatMap: 'Where the classifier looked',
    explainability: 'What was found for a score, drawn on the photograph',
  }),
  /** How a value was read. */
  method: plain<ReadingMethod | 'answer'>({
    learned: 'By a trained model',
    measured: 'Measured from colour, texture and shape',
    answer: 'Answered by a person',
  }),
  'model-task': plain<ModelTask>({
    'condition-classification': 'Ranks conditions',
    'media-validity': 'Judges photographs',
    'lesion-segmentation': 'Outlines lesions',
    'acne-detection': 'Finds acne lesions',
  }),
  'photograph-fault': plain<QualityReason>({
    blur: 'Blurred',
    tooDark: 'Too dark',
    tooBright: 'Too bright',
    lowContrast: 'Little contrast',
    lowResolution: 'Too few pixels',
    glare: 'Glare',
    noise: 'Noise',
    compression: 'Compressed too much',
    notSkin: 'No skin to be seen',
  }),
  /** Of a whole report; warnings of scores stand beside them. */
  warning: plain<DiagnosisWarning>({
    noValidImage: 'No photograph is usable',
    outsideKnownConditions: 'Perhaps a condition that the models were not taught',
    imagesDisagree: 'The photographs speak for different conditions',
    nonCommercialModel: 'A model that gave these figures may not be used commercially',
    forcedScoreUnread: 'A score that was asked for cannot be read with the models of this device',
  }),
  'severity-level': plain({
    '1': 'None or mild',
    '2': 'Moderate',
    '3': 'Severe',
  }),
};
