// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber, NullableText } from './concept.ts';
import { LocaleText } from './locale-text.ts';
import { QuestionnaireItem } from './questionnaire-item.ts';

const Source = Type.Object({
  citation: Type.String(),
  url: Type.Optional(Type.String()),
});

const RangeOfScores = {
  range: Type.String({ description: 'As mathematicians write it: `[7, 15)` holds 7 and does not hold 15.' }),
  from: Type.Number(),
  fromInclusive: Type.Boolean(),
  to: NullableNumber({ description: 'Null: no upper end.' }),
  toInclusive: Type.Boolean(),
};

export const QuestionnaireBand = Type.Object({
  code: Type.String({ description: 'Stable id of the category, e.g. `moderate`.' }),
  category: LocaleText,
  ...RangeOfScores,
  intensity: Type.Integer({
    minimum: 0,
    maximum: 3,
    description: '0 none, 1 low, 2 moderate, 3 high; as in `score.interpretation`.',
  }),
  severity: Type.Integer({
    minimum: 1,
    maximum: 3,
    description: '1 none or mild, 2 moderate, 3 severe; as in `score.severity`.',
  }),
});
export type QuestionnaireBand = Static<typeof QuestionnaireBand>;

const reading = {
  formula: Type.String({ description: 'As people write it.' }),
  range: Type.Object(RangeOfScores),
  direction: Type.Enum(['higherIsWorse', 'higherIsBetter']),
  bands: Type.Unsafe<QuestionnaireBand[] | null>({
    type: ['array', 'null'],
    items: QuestionnaireBand,
    description: 'Lowest first, without gap or overlap. Null: nobody published any.',
  }),
  bandsBasis: Type.Unsafe<'published' | 'localConvention' | null>({
    type: ['string', 'null'],
    enum: ['published', 'localConvention', null],
    description: '`localConvention`: ours, because nobody published any.',
  }),
  bandsScaledBySite: Type.Boolean({
    description:
      'Whether the answer reads the score against these cut-offs times the weight of the body site.',
  }),
  responses: Type.Array(
    Type.Object({
      name: Type.String({ description: 'E.g. `PASI75`.' }),
      reductionPercent: Type.Number({ description: 'From baseline, at least.' }),
    }),
  ),
  minimalImportantDifference: Type.Unsafe<{ points: number; source: Static<typeof Source> } | null>({
    type: ['object', 'null'],
    properties: { points: Type.Number(), source: Source },
    required: ['points', 'source'],
    description: 'The smallest change that patients notice. Null: nobody published one.',
  }),
};

const provenance = {
  source: Source,
  bandsSource: Type.Unsafe<Static<typeof Source> | null>({
    ...Source,
    type: ['object', 'null'],
    description: 'Null where there are no bands.',
  }),
  licence: Type.Object({
    terms: Type.Enum(['open', 'scoringOnly'], {
      description: '`scoringOnly`: the wording belongs to somebody else; texts here are neutral.',
    }),
    holder: NullableText({ description: 'Null where nobody claims it.' }),
    note: Type.String(),
    url: NullableText(),
    textLoaded: Type.Boolean({ description: 'Whether the operator has loaded the licensed wording.' }),
    textLocales: Type.Array(Type.String(), { description: 'In which languages, as `en_GB`.' }),
  }),
  validated: Type.Boolean({ description: 'False: an index of our own that nobody has validated.' }),
  verification: Type.Enum(['verified', 'pending'], {
    description: '`pending`: some facts wait for somebody to look them up.',
  }),
  pendingFacts: Type.Array(Type.String(), { description: 'Which facts those are.' }),
};

const WorkedExample = Type.Object({
  item: Type.Unknown({ description: 'All answers, those of a photograph included.' }),
  bodySite: NullableText({ description: 'Null where it does not matter.' }),
  score: Type.Number(),
  category: NullableText({ description: 'Code of the band; null without bands.' }),
  bandRange: NullableText({ description: 'Range of that band, as it is on this body site.' }),
});
type WorkedExample = Static<typeof WorkedExample>;

/** One way to answer a scoring system. */
export const QuestionnaireResponse = Type.Object({
  identifier: Type.String({ description: 'Unique, e.g. `pasiLocal`.' }),
  code: Type.String({ description: 'Key in `scoringSystem` of a request, e.g. `pasi`.' }),
  mode: Type.Enum(['local', 'global'], {
    description: '`local`: one body site. `global`: the person, or the whole body.',
  }),
  path: Type.String({ description: 'Where it is answered, from the base URL on.' }),
  wholeBody: Type.Unsafe<{ path: string; personItem: string[] } | null>({
    type: ['object', 'null'],
    properties: {
      path: Type.String(),
      personItem: Type.Array(Type.String(), {
        description: 'Items that are then answered once for the person, beside the sites.',
      }),
    },
    required: ['path', 'personItem'],
    description: 'Where photographs of several body sites are scored together. Null: one by one only.',
  }),
  title: LocaleText,
  description: LocaleText,
  notFor: LocaleText,
  item: Type.Array(QuestionnaireItem, {
    description: 'The questions in the order they are asked: what `questionnaireResponse.item` carries.',
  }),
  resultItem: Type.Array(QuestionnaireItem, {
    description: 'What a photograph answers, and the response shows. Empty for questionnaires.',
  }),
  atLeastOne: Type.Boolean({ description: 'Whether one of the optional items must be answered.' }),
  conditions: Type.Unsafe<{ code: string; text: string; names: LocaleText }[] | null>({
    type: ['array', 'null'],
    items: Type.Object({ code: Type.String(), text: Type.String(), names: LocaleText }),
    description: 'ICD-11 codes it was made for, parts included, with our text. Null: any condition.',
  }),
  bodySites: Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string' },
    description: 'Body sites it can be scored on. Null: any that a request may name.',
  }),
  bodySiteRequired: Type.Boolean({ description: 'Whether a request without `bodySite` is refused.' }),
  ...reading,
  ...provenance,
  example: Type.Unknown({ description: 'A request body that is answered as it stands.' }),
  workedExample: Type.Unsafe<WorkedExample | null>({
    ...WorkedExample,
    type: ['object', 'null'],
    description: 'Answers with the score they give. Null where another form of the same system has it.',
  }),
});
export type QuestionnaireResponse = Static<typeof QuestionnaireResponse>;

/** An array, as the reference's helper endpoint answers. */
export const QuestionnairesResponse = Type.Array(QuestionnaireResponse);
export type QuestionnairesResponse = Static<typeof QuestionnairesResponse>;

export const QuestionnairesQuery = Type.Object({
  code: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Code of a scoring system, e.g. `pasi`.',
      examples: ['pasi'],
    }),
  ),
  pathology: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'ICD-11 code of a condition, or of a broader or narrower one, e.g. `EA90.0`.',
      examples: ['EA90'],
    }),
  ),
});
export type QuestionnairesQuery = Static<typeof QuestionnairesQuery>;
