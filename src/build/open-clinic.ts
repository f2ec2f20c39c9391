// SPDX-License-Identifier: Apache-2.0
import { ancestorsOf } from '../catalogue/body-site-ancestors.ts';
import { bodySites } from '../catalogue/body-sites.ts';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { findNearest } from '../catalogue/find-nearest.ts';
import { word } from '../catalogue/words.ts';
import type { Clinic, Place } from '../cli/severity/clinic.ts';
import type { Config } from '../config.ts';
import { createWording } from '../fhir/wording.ts';
import { acceptsSite } from '../scoring/accepts-site.ts';
import { checkAnswers } from '../scoring/check-answers.ts';
import { chooseForm } from '../scoring/choose-form.ts';
import { score } from '../scoring/score.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { scoringSystems } from '../scoring/systems.ts';
import { readLicensedTexts } from './licensed-texts.ts';

/** Where nobody said where: no formula has a region or a zone for it. */
const nowhere: Site = { code: '', ancestors: [] };

/** As many as fit in a sentence. */
const mostSuggestions = 5;

/** Scoring on the command line: without server, models or database. @throws LicensedTextsError */
export async function openClinic(
  { licensedTexts }: Pick<Config, 'licensedTexts'>,
  locale: CatalogueLocale,
): Promise<Clinic> {
  const wording = createWording(await readLicensedTexts(licensedTexts, scoringSystems));
  const open = bodySites.filter(({ acceptedAsInput }) => acceptedAsInput);
  return {
    systems: scoringSystems,
    word: (key, value) => word(key, locale, value),
    title: ({ code, forms }) => wording.title(code, forms[0]?.identifier ?? code)[locale],
    question: (place) => wording.label(toAsked(place))[locale],
    answer: (place, value) => wording.answer(toAsked(place), value)[locale],
    chooseForm,
    check: (form, answers) => checkAnswers(form, answers, ['asked', 'seen']),
    listSites: (system, form) => open.filter(({ code }) => acceptsSite(system, form, toSite(code))),
    needsSite: (system, form) => !acceptsSite({ ...system, sites: null }, form, nowhere),
    siteName: (code) => bodySites.find((each) => each.code === code)?.names[locale] ?? code,
    score: (system, form, { values, site }) =>
      score(system, form, { values, site: site === undefined ? nowhere : toSite(site) }),
    findNearest: (wanted, known) => findNearest(wanted, known, mostSuggestions),
  };
}

function toSite(code: string): Site {
  return { code, ancestors: ancestorsOf(code, bodySites) };
}

function toAsked<P extends Place>({ form, path, item }: P) {
  return { form: form.identifier, path, item: item as P['item'] };
}
