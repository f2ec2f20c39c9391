// SPDX-License-Identifier: Apache-2.0

/** On or off: `1` or `0` in the address. @source the compatible page */
export const flagNames = [
  'isForPatient',
  'enableResult',
  'showQuestionnairesHeader',
  'enableDiagnosisSupport',
  'enableAnamnesis',
  'enableExtendedInstructions',
  'enableAlternativeCameraModule',
  'enableAlternativeCameraModuleAndroid',
  'disableCallbackOnConclusive',
] as const;

/** @source the compatible page */
export const textNames = [
  'company',
  'companyCallbackUrl',
  'forcedScoringSystems',
  'macroscopicMedia',
  'primary',
  'secondary',
  'fontFamily',
  'locale',
  'extraData',
  'visitIdentifier',
  'bodySite',
  'knownCondition',
] as const;

export type FlagName = (typeof flagNames)[number];
export type TextName = (typeof textNames)[number];

/** What a host may say about the page, under the names that stand in its address. */
export type FrameParameters = Readonly<
  Partial<Record<FlagName, boolean>> &
    Partial<Record<Exclude<TextName, keyof NarrowParameters>, string>> &
    NarrowParameters
>;

interface NarrowParameters {
  /** The app key: public, short-lived, made by the host's backend. */
  readonly company: string;
  /** Codes of scores that are computed whatever the photographs show. */
  readonly forcedScoringSystems?: readonly string[];
  readonly macroscopicMedia?: 'disabled' | 'optional' | 'required';
  readonly fontFamily?: 'Roboto' | 'Montserrat';
  readonly locale?: FrameLocale;
  /** Comes back in the report, and is never shown. No patient's name: it stands in the address. */
  readonly extraData?: Readonly<Record<string, unknown>>;
}

export type FrameLocale = 'en' | 'es' | 'fr' | 'de' | 'pt';

/** The part of the address behind the question mark; what is not said keeps its default. */
export function toFrameQuery(parameters: FrameParameters): URLSearchParams {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(entries.map(([name, value]) => [name, toText(value)]));
}

function toText(value: string | boolean | readonly string[] | object): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}
