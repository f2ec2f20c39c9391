// SPDX-License-Identifier: Apache-2.0
import Type, { type Static } from 'typebox';
import { NullableNumber } from './concept.ts';
import { EchoedAttachment, ReceivedImage } from './content-attachment.ts';
import { MediaValidity } from './media-validity.ts';
import { Detection, Evolution, EvolutionItems } from './patient-evolution.ts';
import { Picture } from './picture.ts';
import { Score } from './score.ts';

/** Pictures by name, and what was found where. */
export const FoundMedia = Type.Object({
  attachment: Type.Unsafe<Record<string, Picture> | null>({
    anyOf: [{ type: 'object', additionalProperties: Picture }, { type: 'null' }],
    description:
      'Masks and drawn-over photographs by name, e.g. `maskRaw`, `maskBinary`, `segmentation`, `annotation`, each of the size of the upright photograph. Null where the score has none, and with `pictures=none`.',
  }),
  detection: Type.Array(Detection),
});
export type FoundMedia = Static<typeof FoundMedia>;

const nullableItems = (description: string) =>
  Type.Unsafe<EvolutionItems | null>({ anyOf: [EvolutionItems, { type: 'null' }], description });

/** What is said of one photographed site. */
const seen = {
  score: Score,
  item: nullableItems(
    'What was read off the photograph and what was answered, by item code. Null for `asalt` and `avasi`.',
  ),
  reading: nullableItems(
    'Additive. What the score rests on where `item` is null, as existing clients expect there; null elsewhere.',
  ),
  media: FoundMedia,
};

const { form, validated, verification, pendingFacts, warnings, reduction, change } = Evolution.properties;
const facts = { validated, verification, pendingFacts, warnings, reduction, change };

/** One scoring system, read off one photograph. */
export const LocalEvolution = Type.Object({ ...seen, form, ...facts });
export type LocalEvolution = Static<typeof LocalEvolution>;

/** What was sent and what was received. */
export const photographFacts = {
  mediaValidity: MediaValidity,
  contentAttachment: EchoedAttachment,
  receivedImage: ReceivedImage,
};

/** One site of a whole-body series. */
export const SiteEvolution = Type.Object({ ...photographFacts, ...seen, form, warnings });
export type SiteEvolution = Static<typeof SiteEvolution>;

const Coverage = Type.Object(
  {
    percent: NullableNumber({
      description: 'Of the whole skin, for `asalt` of the scalp. Null where a site has no known share.',
    }),
    sites: Type.Array(Type.String(), { description: 'Body sites that were photographed.' }),
  },
  { description: 'Additive. How much of the body the score is about.' },
);

/** One scoring system of a whole-body series. */
export const GlobalEvolution = Type.Object({
  score: Score,
  item: Type.Record(Type.String(), SiteEvolution, { description: 'By body site.' }),
  media: Type.Object(
    { attachment: Type.Null(), detection: Type.Array(Detection, { maxItems: 0 }) },
    { description: 'Empty: pictures stand with their sites.' },
  ),
  coverage: Coverage,
  personItem: EvolutionItems,
  ...facts,
});
export type GlobalEvolution = Static<typeof GlobalEvolution>;

const byCode = { description: 'Every scoring system by its code; null unless it was asked for.' };

export const LocalPatientEvolution = Type.Record(
  Type.String(),
  Type.Unsafe<LocalEvolution | null>({ anyOf: [LocalEvolution, { type: 'null' }] }),
  byCode,
);
export type LocalPatientEvolution = Static<typeof LocalPatientEvolution>;

export const GlobalPatientEvolution = Type.Record(
  Type.String(),
  Type.Unsafe<GlobalEvolution | null>({ anyOf: [GlobalEvolution, { type: 'null' }] }),
  byCode,
);
export type GlobalPatientEvolution = Static<typeof GlobalPatientEvolution>;
