// SPDX-License-Identifier: Apache-2.0
import type { AnamnesisQuestion, Company, CompanyRetention, ReportLocale } from '../record/company.ts';
import { mostLogoBytes, readLogoText } from './company-logo.ts';
import type { SettingProblem } from './company-problem.ts';
import { findCallbackProblem, findOriginProblem } from './find-address-problem.ts';

/** A company as somebody wishes it: the form is right, what it says may not be. */
export type WishedCompany = Omit<Company, 'locale' | 'theme'> & {
  readonly locale: string;
  readonly theme: { readonly [Name in keyof Company['theme']]: string | null };
};

export const reportLocales: readonly ReportLocale[] = ['en', 'es', 'fr', 'de', 'pt'];
/** @source the compatible API names these two */
export const themeFonts = ['Roboto', 'Montserrat'] as const;

/** Of what is too long to be repeated whole. Our own convention. */
const shownCharacters = 40;

/** Our own conventions: more than anybody needs, and little enough for a row of a database. */
const most = { nameCharacters: 200, addresses: 50, questions: 30, questionCharacters: 500, days: 36_500 };

/** Everything that is wrong with the settings of a company; empty where nothing is. */
export function findSettingProblems(wished: WishedCompany): readonly SettingProblem[] {
  const { name, locale, confidenceThreshold, allowedOrigins, callbackUrls, theme } = wished;
  return [
    ...check(isName(name), ['name'], `a name of 1 to ${most.nameCharacters} characters`, name),
    ...check(
      reportLocales.some((each) => each === locale),
      ['locale'],
      `a locale of ${reportLocales.join(', ')}`,
      locale,
    ),
    ...check(
      confidenceThreshold >= 0 && confidenceThreshold <= 1,
      ['confidenceThreshold'],
      'a threshold from 0 to 100 percent',
      confidenceThreshold * 100,
    ),
    ...findListProblems('allowedOrigins', allowedOrigins, findOriginProblem),
    ...findListProblems('callbackUrls', callbackUrls, findCallbackProblem),
    ...findThemeProblems(theme),
    ...findQuestionProblems(wished.anamnesis),
    ...findRetentionProblems(wished.retention),
  ];
}

function check(
  isRight: boolean,
  place: SettingProblem['place'],
  ...[expected, received]: readonly [string, unknown]
): readonly SettingProblem[] {
  if (isRight) return [];
  return [
    { place, message: `${toWords(place)}: expected ${expected}, received ${JSON.stringify(received)}.` },
  ];
}

/** People count from one, and put blanks between words. */
function toWords(place: SettingProblem['place']): string {
  return place.map((part) => (typeof part === 'number' ? part + 1 : toPlainWords(part))).join(' ');
}

function toPlainWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isName(name: string): boolean {
  return isText(name, most.nameCharacters);
}

function isText(text: string, mostCharacters: number): boolean {
  return text.trim() !== '' && text.length <= mostCharacters && !/\p{C}/u.test(text);
}

function findListProblems(
  setting: 'allowedOrigins' | 'callbackUrls',
  addresses: readonly string[],
  findProblem: (address: string) => string | undefined,
): readonly SettingProblem[] {
  const faults = addresses.flatMap((address, index) => {
    const isSecond = addresses.indexOf(address) < index;
    const reason = isSecond ? 'an address that is not in the list already' : findProblem(address);
    return reason === undefined ? [] : check(false, [setting, index], reason, address);
  });
  const isShort = addresses.length <= most.addresses;
  return [...check(isShort, [setting], `at most ${most.addresses} addresses`, addresses.length), ...faults];
}

function findThemeProblems({ primary, secondary, fontFamily, logo }: WishedCompany['theme']) {
  const isColour = (text: string | null) => text === null || /^#[0-9a-f]{6}$/i.test(text);
  const colour = 'a colour like #0b6660';
  const isFont = fontFamily === null || themeFonts.some((each) => each === fontFamily);
  return [
    ...check(isColour(primary), ['theme', 'primary'], colour, primary),
    ...check(isColour(secondary), ['theme', 'secondary'], colour, secondary),
    ...check(isFont, ['theme', 'fontFamily'], `a font of ${themeFonts.join(', ')}`, fontFamily),
    ...check(
      logo === null || readLogoText(logo) !== undefined,
      ['theme', 'logo'],
      `a PNG, JPEG or WebP picture of at most ${mostLogoBytes / 1024} KiB as a data URI`,
      logo?.slice(0, shownCharacters),
    ),
  ];
}

/** An id stands in answers and in files that people write by hand. Our own convention. */
const questionId = /^[A-Za-z][\w-]{0,63}$/;

function findQuestionProblems(questions: readonly AnamnesisQuestion[]): readonly SettingProblem[] {
  const ids = questions.map(({ id }) => id);
  return [
    ...check(
      questions.length <= most.questions,
      ['anamnesis'],
      `at most ${most.questions} questions`,
      ids.length,
    ),
    ...questions.flatMap(({ id, text }, index) => [
      ...check(
        questionId.test(id) && ids.indexOf(id) === index,
        ['anamnesis', index, 'id'],
        'an id of its own: a letter, then at most 63 letters, digits, - and _',
        id,
      ),
      ...findTextProblems(text, ['anamnesis', index, 'text']),
    ]),
  ];
}

function findTextProblems(text: AnamnesisQuestion['text'], place: SettingProblem['place']) {
  const entries = Object.entries(text);
  return [
    ...check(entries.length > 0, place, 'the question in one language at least', text),
    ...entries.flatMap(([locale, words]) => [
      ...check(
        reportLocales.some((each) => each === locale),
        place,
        `languages of ${reportLocales.join(', ')}`,
        locale,
      ),
      ...check(
        isText(words, most.questionCharacters),
        [...place, locale],
        `1 to ${most.questionCharacters} characters`,
        words,
      ),
    ]),
  ];
}

function findRetentionProblems(retention: CompanyRetention): readonly SettingProblem[] {
  const faults = Object.entries(retention).flatMap(([name, days]) =>
    check(
      days === null || (Number.isInteger(days) && days >= 1 && days <= most.days),
      ['retention', name],
      `whole days from 1 to ${most.days}, or none to keep everything`,
      days,
    ),
  );
  const { reportsDays, imagesDays } = retention;
  const fits = reportsDays === null || imagesDays === null || imagesDays <= reportsDays;
  const inOrder = 'pictures not to be kept longer than the reports they belong to';
  return [...faults, ...check(fits, ['retention', 'imagesDays'], inOrder, imagesDays)];
}
