// SPDX-License-Identifier: Apache-2.0
import type { GlobalEvolution, LocalEvolution, SiteEvolution } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';
import type {
  AssessedPhotograph,
  AssessedSite,
  PhotographScore,
  WholeBodyAssessedScore,
} from '../record/photograph-assessment.ts';
import { score } from '../scoring/score.ts';
import type { Form, ScoringSystem, Site } from '../scoring/scoring-system.ts';
import { toFoundMedia } from './found-media.ts';
import { toMediaValidity, toReceivedImage } from './media-validity.ts';
import { toReadItems } from './read-items.ts';
import { toScoreBlock } from './score-block.ts';
import { toScoreChange } from './score-change.ts';
import type { Wording } from './wording.ts';
import type { Unencoded } from './write-json.ts';

/** What scores of photographs are shown with. */
export interface PhotographContext {
  readonly wording: Wording;
  readonly locale: CatalogueLocale;
  toSite(code: string): Site;
}

/** Where a score was read, and what was said of the person beside it. */
interface Place {
  readonly bodySite: string;
  readonly personAnswers: Readonly<Record<string, number>>;
}

/** A score of one photograph. */
export function toLocalEvolution(
  system: ScoringSystem,
  assessed: PhotographScore,
  context: PhotographContext & { readonly bodySite: string },
): Unencoded<LocalEvolution> {
  const place = { bodySite: context.bodySite, personAnswers: {} };
  return {
    ...toSeen({ system, assessed, place }, context),
    form: assessed.form,
    ...toFacts(system, assessed, context.locale),
  };
}

/** A score that the photographs of several sites make up together. */
export function toGlobalEvolution(
  system: ScoringSystem,
  assessed: WholeBodyAssessedScore,
  context: PhotographContext,
): Unencoded<GlobalEvolution> {
  const { sites, personAnswers } = assessed;
  const bySite = sites.map((each): [string, Unencoded<SiteEvolution>] => [
    each.photograph.bodySite,
    toSiteEvolution({ system, each, personAnswers }, context),
  ]);
  return {
    score: toBodyScoreBlock(system, assessed, context.locale),
    item: Object.fromEntries(bySite),
    media: { attachment: null, detection: [] },
    coverage: { percent: assessed.coveragePercent, sites: bySite.map(([code]) => code) },
    personItem: toPersonItems(system, personAnswers, context),
    ...toFacts(system, assessed, context.locale),
  };
}

interface SiteOfSeries {
  readonly system: ScoringSystem;
  readonly each: AssessedSite;
  readonly personAnswers: Place['personAnswers'];
}

function toSiteEvolution(
  { system, each: { photograph, score: assessed }, personAnswers }: SiteOfSeries,
  context: PhotographContext,
): Unencoded<SiteEvolution> {
  const place = { bodySite: photograph.bodySite, personAnswers };
  return {
    ...toPhotographFacts(photograph),
    ...toSeen({ system, assessed, place }, context),
    form: assessed.form,
    warnings: toWarnings(assessed.warnings, context.locale),
  };
}

/** What was sent and what was received, and whether it can be used. */
export function toPhotographFacts(photograph: AssessedPhotograph) {
  return {
    mediaValidity: toMediaValidity(photograph.validity),
    contentAttachment: { title: photograph.title, contentType: photograph.contentType },
    receivedImage: toReceivedImage(photograph),
  };
}

interface Seen {
  readonly system: ScoringSystem;
  readonly assessed: PhotographScore;
  readonly place: Place;
}

function toSeen({ system, assessed, place }: Seen, { wording, locale, toSite }: PhotographContext) {
  const form = findForm(system, assessed.form);
  const read = Object.entries(assessed.items).map(([code, { value }]) => [code, value] as const);
  const values = { ...place.personAnswers, ...Object.fromEntries(read) };
  // Counted once more: its bands depend on the site, and records keep no words.
  const counted = score(system, form, { values, site: toSite(place.bodySite) });
  const { items, components } = assessed;
  return {
    score: toScoreBlock(system, counted, locale),
    ...toReadItems({ system, form, items, components }, { wording, locale }),
    media: toFoundMedia(assessed, locale),
  };
}

function findForm({ code, forms }: ScoringSystem, identifier: string): Form {
  const form = forms.find((each) => each.identifier === identifier);
  if (form === undefined) throw new Error(`Expected ${code} to have a form ${identifier}`);
  return form;
}

/** Read against the cut-offs of the whole body. */
function toBodyScoreBlock(
  system: ScoringSystem,
  { value, components, category }: WholeBodyAssessedScore,
  locale: CatalogueLocale,
) {
  const bandTable = system.bands?.bands ?? [];
  const band = bandTable.find((each) => each.category === category) ?? null;
  return toScoreBlock(system, { value, components, band, bandTable }, locale);
}

function toPersonItems(
  system: ScoringSystem,
  personAnswers: Place['personAnswers'],
  { wording, locale }: PhotographContext,
) {
  const [form] = system.forms;
  if (form === undefined) throw new Error(`Expected ${system.code} to have a form`);
  const answers = Object.entries(personAnswers).map(([code, value]) => {
    return [code, { value, source: 'answer', method: null, confidence: null, figures: {} }] as const;
  });
  const items = Object.fromEntries(answers);
  return toReadItems({ system, form, items, components: {} }, { wording, locale }).item ?? {};
}

type Facts = Pick<PhotographScore, 'warnings' | 'change'>;

function toFacts(system: ScoringSystem, { warnings, change }: Facts, locale: CatalogueLocale) {
  return {
    validated: system.validated,
    verification: system.pending.length > 0 ? ('pending' as const) : ('verified' as const),
    pendingFacts: [...system.pending],
    warnings: toWarnings(warnings, locale),
    reduction: change?.reductionPercent ?? null,
    change: change === null ? null : toScoreChange(change),
  };
}

function toWarnings(codes: readonly string[], locale: CatalogueLocale) {
  return codes.map((code) => ({ code, text: word(`warning.${code}`, locale) }));
}
