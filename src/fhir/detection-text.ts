// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';

/**
 * What is found at a place of a photograph, by its code on the wire, with the keys of its name.
 * @source the reference's public client and its tests; inflammation and pustule are ours
 */
const texts: Readonly<Record<string, string>> = {
  abscess: 'detection.abscess',
  acne: 'detection.acne',
  drainingTunnel: 'detection.drainingTunnel',
  inflammation: 'detection.inflammation',
  nodule: 'detection.nodule',
  pustule: 'detection.pustule',
  wheal: 'detection.wheal',
};

/** What was found, in words; the code itself where there is no word for it. */
export function detectionText(code: string, locale: CatalogueLocale): string {
  const key = texts[code];
  return key === undefined ? code : word(key, locale);
}
