// SPDX-License-Identifier: Apache-2.0
import type { en } from './words/en.ts';

/** One thing that a host may say in the address of the page. */
export interface WishField {
  /** As it stands in the address. */
  readonly name: keyof typeof en.fields;
  readonly kind: 'flag' | 'text' | 'colour' | 'json';
  /** What the page does when nothing is said. */
  readonly fallback: string;
  readonly choices?: readonly string[];
}

export type WishGroup = keyof typeof en.groups;

/** @source the compatible page: names and defaults */
export const wishGroups: Readonly<Record<WishGroup, readonly WishField[]>> = {
  people: [
    { name: 'locale', kind: 'text', fallback: '', choices: ['', 'en', 'es', 'fr', 'de', 'pt'] },
    { name: 'isForPatient', kind: 'flag', fallback: '0' },
    { name: 'enableResult', kind: 'flag', fallback: '1' },
  ],
  flow: [
    { name: 'enableAnamnesis', kind: 'flag', fallback: '0' },
    {
      name: 'macroscopicMedia',
      kind: 'text',
      fallback: 'disabled',
      choices: ['disabled', 'optional', 'required'],
    },
    { name: 'enableExtendedInstructions', kind: 'flag', fallback: '0' },
    { name: 'enableAlternativeCameraModule', kind: 'flag', fallback: '0' },
    { name: 'enableAlternativeCameraModuleAndroid', kind: 'flag', fallback: '0' },
    { name: 'showQuestionnairesHeader', kind: 'flag', fallback: '1' },
    { name: 'enableDiagnosisSupport', kind: 'flag', fallback: '1' },
    { name: 'forcedScoringSystems', kind: 'text', fallback: '' },
  ],
  look: [
    { name: 'primary', kind: 'colour', fallback: '' },
    { name: 'secondary', kind: 'colour', fallback: '' },
    { name: 'fontFamily', kind: 'text', fallback: '', choices: ['', 'Roboto', 'Montserrat'] },
  ],
  known: [
    { name: 'bodySite', kind: 'text', fallback: '' },
    { name: 'knownCondition', kind: 'text', fallback: '' },
  ],
  back: [
    { name: 'visitIdentifier', kind: 'text', fallback: '' },
    { name: 'extraData', kind: 'json', fallback: '' },
    { name: 'companyCallbackUrl', kind: 'text', fallback: '' },
    { name: 'disableCallbackOnConclusive', kind: 'flag', fallback: '0' },
  ],
};

/** What was chosen, by name; the app key is `company`. */
export type Wish = Readonly<Record<string, string>>;

const fields = Object.values(wishGroups).flat();

/** What has to be said: everything that is not as it is anyway. */
export function toSaid(wish: Wish): Wish {
  const said = fields.flatMap(({ name, fallback }) => {
    const value = wish[name]?.trim() ?? fallback;
    return value === fallback || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(said);
}

/** Fields whose value the page would ignore, by name. */
export function findMistakes(wish: Wish): ReadonlySet<WishField['name']> {
  const wrong = fields.filter(({ name, kind }) => {
    const value = wish[name]?.trim() ?? '';
    return value !== '' && !isReadable(kind, value);
  });
  return new Set(wrong.map(({ name }) => name));
}

function isReadable(kind: WishField['kind'], value: string): boolean {
  if (kind === 'colour') return /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
  return kind !== 'json' || isJsonObject(value);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
