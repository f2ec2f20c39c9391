// SPDX-License-Identifier: Apache-2.0
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { ResolveCondition } from '../../catalogue/resolve-condition.ts';
import type { Company, ReportLocale } from '../../record/company.ts';
import type { DraftAnswers, DraftWishes } from '../../record/draft.ts';
import { reportLocales } from '../find-setting-problems.ts';

/** What stands in the address of a page, by name; all of it is text that anybody may have written. */
export type AskedWishes = Readonly<Record<string, string>>;

/** A wish that cannot be granted. The page goes on without it and says so on the console. */
export interface IgnoredWish {
  readonly name: string;
  readonly reason: string;
}

export interface UnderstoodWishes {
  readonly wishes: DraftWishes;
  readonly answers: Pick<DraftAnswers, 'bodySite'>;
  readonly ignored: readonly IgnoredWish[];
}

export interface WishReaders {
  readonly bodySites: readonly BodySite[];
  readonly resolveCondition: ResolveCondition;
  /** Whether there is a score of this name that photographs can have. */
  readonly isScore: (name: string) => boolean;
}

/** A wish with what it means, or why it means nothing. */
type Reading<Value> = { readonly value: Value } | { readonly reason: string };

/** As long as the integrator's own keys may be. Our own convention, as for reports. */
const maxKeyCharacters = 256;
/** As in reports made by a backend. */
const maxExtraDataBytes = 16 * 1024;

/** Reads an address as the compatible page does: what is unknown or wrong is left out, never a reason to stop. */
export function readWishes(asked: AskedWishes, company: Company, readers: WishReaders): UnderstoodWishes {
  const ignored: IgnoredWish[] = [];
  const read = <Value>(name: string, fallback: Value, parse: (text: string) => Reading<Value>): Value => {
    const text = asked[name];
    if (text === undefined || text === '') return fallback;
    const reading = parse(text);
    if ('value' in reading) return reading.value;
    ignored.push({ name, reason: reading.reason });
    return fallback;
  };
  const wishes: DraftWishes = {
    visitIdentifier: read<string | null>('visitIdentifier', null, readKey),
    extraData: read<string | null>('extraData', null, readExtraData),
    knownCondition: read<string | null>('knownCondition', null, (text) => readCondition(text, readers)),
    forced: readForced(asked, readers, ignored),
    locale: read<ReportLocale>('locale', company.locale, readKnownLocale),
    isForPatient: read('isForPatient', false, readFlag),
    showsResult: read('enableResult', true, readFlag),
    wantsDiagnosis: read('enableDiagnosisSupport', true, readFlag),
    waitsForSeverity: read('disableCallbackOnConclusive', false, readFlag),
    callbackUrl: read<string | null>('companyCallbackUrl', null, (text) => readCallback(text, company)),
  };
  const bodySite = read<string | null>('bodySite', null, (text) => readSite(text, readers));
  return { wishes, answers: { bodySite }, ignored };
}

function readKey(text: string): Reading<string> {
  if (text.length > maxKeyCharacters) return { reason: `more than ${maxKeyCharacters} characters` };
  return { value: text.toWellFormed().replaceAll('\0', '\uFFFD') };
}

function readExtraData(text: string): Reading<string> {
  if (Buffer.byteLength(text) > maxExtraDataBytes) return { reason: `more than ${maxExtraDataBytes} bytes` };
  const reason = 'not the JSON text of an object';
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { value: text }
      : { reason };
  } catch {
    return { reason };
  }
}

function readForced(
  { forcedScoringSystems: text = '' }: AskedWishes,
  { isScore }: WishReaders,
  ignored: IgnoredWish[],
): readonly string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names.filter((each) => !isScore(each)))
    ignored.push({ name: 'forcedScoringSystems', reason: `there is no score "${name}" for photographs` });
  return [...new Set(names.filter(isScore))];
}

/** `pt-BR` means `pt`; undefined for a language that there is not. */
export function readLocale(text: string): ReportLocale | undefined {
  const language = text.toLowerCase().split(/[-_]/)[0];
  return reportLocales.find((each) => each === language);
}

function readKnownLocale(text: string): Reading<ReportLocale> {
  const known = readLocale(text);
  return known ? { value: known } : { reason: `there are ${reportLocales.join(', ')}` };
}

/** @source the compatible page: 0 and 1 */
const flags = new Map([
  ['0', false],
  ['1', true],
  ['false', false],
  ['true', true],
]);

function readFlag(text: string): Reading<boolean> {
  const value = flags.get(text.toLowerCase());
  return value === undefined ? { reason: 'neither 0 nor 1' } : { value };
}

/** Else a page anywhere could have reports sent wherever it likes. */
function readCallback(text: string, { callbackUrls }: Company): Reading<string> {
  return callbackUrls.includes(text) ? { value: text } : { reason: 'not an address that the company allows' };
}

/** A name in any language, a synonym or an ICD-11 code, as in requests. */
function readCondition(text: string, { resolveCondition }: WishReaders): Reading<string> {
  const { condition } = resolveCondition(text);
  return condition === undefined ? { reason: 'no condition of the catalogue' } : { value: condition.slug };
}

function readSite(text: string, { bodySites }: WishReaders): Reading<string> {
  const isKnown = bodySites.some(({ code, acceptedAsInput }) => code === text && acceptedAsInput);
  return isKnown ? { value: text } : { reason: 'no body site that can be photographed' };
}
