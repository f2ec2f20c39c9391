// SPDX-License-Identifier: Apache-2.0

/** What the address says about the page itself; the rest goes to the server, which knows what it means. */
export interface PageParameters {
  /** Public and short-lived. */
  readonly appKey: string;
  readonly showsQuestionnaireTitles: boolean;
  readonly asksAnamnesis: boolean;
  readonly contextPhoto: 'disabled' | 'optional' | 'required';
  readonly showsExtendedInstructions: boolean;
  /** The camera inside the page, for hosts that block file inputs. */
  readonly usesOwnCamera: boolean;
  /** `#rrggbb`; null: the company's, else ours. */
  readonly primary: string | null;
  readonly secondary: string | null;
  readonly fontFamily: 'Roboto' | 'Montserrat' | null;
  /** Parameters that the server reads, under their present names. */
  readonly forServer: Readonly<Record<string, string>>;
}

export interface ReadParameters {
  readonly parameters: PageParameters;
  /** One per value that means nothing, for the console. */
  readonly warnings: readonly string[];
}

/** @source the compatible page: names that older integrations still send */
const olderNames: Readonly<Record<string, string>> = {
  isResultEnabled: 'enableResult',
  showQuestionnaireTitle: 'showQuestionnairesHeader',
};

/** @source the compatible page */
const readByServer = [
  'companyCallbackUrl',
  'isForPatient',
  'enableResult',
  'enableDiagnosisSupport',
  'forcedScoringSystems',
  'disableCallbackOnConclusive',
  'locale',
  'extraData',
  'visitIdentifier',
  'bodySite',
  'knownCondition',
];

/** Reads an address as the compatible page does: what is unknown or wrong is ignored with a warning. */
export function readParameters(
  search: string,
  isAndroid = /android/i.test(navigator.userAgent),
): ReadParameters {
  const given = withPresentNames(new URLSearchParams(search));
  const warnings: string[] = [];
  const read = <Value>(name: string, fallback: Value, parse: (text: string) => Value | undefined): Value => {
    const text = given.get(name);
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === undefined) warnings.push(`${name}=${text} is ignored: it means nothing here`);
    return value ?? fallback;
  };
  const onAndroid = read('enableAlternativeCameraModuleAndroid', false, parseFlag) && isAndroid;
  const parameters: PageParameters = {
    appKey: given.get('company') ?? '',
    showsQuestionnaireTitles: read('showQuestionnairesHeader', true, parseFlag),
    asksAnamnesis: read('enableAnamnesis', false, parseFlag),
    contextPhoto: read('macroscopicMedia', 'disabled', parseContextPhoto),
    showsExtendedInstructions: read('enableExtendedInstructions', false, parseFlag),
    usesOwnCamera: read('enableAlternativeCameraModule', false, parseFlag) || onAndroid,
    primary: read<string | null>('primary', null, parseColour),
    secondary: read<string | null>('secondary', null, parseColour),
    fontFamily: read<PageParameters['fontFamily']>('fontFamily', null, parseFont),
    forServer: Object.fromEntries(readByServer.flatMap((name) => toEntry(name, given.get(name)))),
  };
  return { parameters, warnings };
}

/** A present name wins over an older one. */
function withPresentNames(search: URLSearchParams): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of search) given.set(name, given.get(name) ?? value);
  for (const [older, name] of Object.entries(olderNames)) {
    const value = given.get(older);
    if (value !== undefined && !given.has(name)) given.set(name, value);
  }
  return given;
}

function toEntry(name: string, value: string | undefined): readonly [string, string][] {
  return value === undefined || value === '' ? [] : [[name, value]];
}

function parseFlag(text: string): boolean | undefined {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

function parseContextPhoto(text: string): PageParameters['contextPhoto'] | undefined {
  return (['disabled', 'optional', 'required'] as const).find((each) => each === text);
}

function parseFont(text: string): PageParameters['fontFamily'] | undefined {
  return (['Roboto', 'Montserrat'] as const).find((each) => each === text);
}

/** `00c`, `#00c`, `0000cc`, `#0000cc`. */
function parseColour(text: string): string | undefined {
  const digits = text.replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${digits.replace(/./g, '$&$&')}` : undefined;
}
