// SPDX-License-Identifier: Apache-2.0
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { word } from '../catalogue/words.ts';

/**
 * Pictures of the reference's answers, by their names on the wire, with the keys of their titles.
 * @source the reference's public client and its tests
 */
const titles: Readonly<Record<string, string>> = {
  maskRaw: 'picture.maskRaw',
  maskBinary: 'picture.maskBinary',
  segmentation: 'picture.segmentation',
  annotation: 'picture.annotation',
  hairMaskRaw: 'picture.hairMaskRaw',
  hairMaskBinary: 'picture.hairMaskBinary',
  baldnessMaskRaw: 'picture.baldnessMaskRaw',
  baldnessMaskBinary: 'picture.baldnessMaskBinary',
  skinMaskRaw: 'picture.skinMaskRaw',
  skinMaskBinary: 'picture.skinMaskBinary',
  depigmentationMaskRaw: 'picture.depigmentationMaskRaw',
  depigmentationMaskBinary: 'picture.depigmentationMaskBinary',
  erythemaMaskRaw: 'picture.erythemaMaskRaw',
  erythemaMaskBinary: 'picture.erythemaMaskBinary',
  woundMaskRaw: 'picture.woundMaskRaw',
  woundMaskBinary: 'picture.woundMaskBinary',
  angiogenesisAndGranulatedTissueMaskRaw: 'picture.angiogenesisAndGranulatedTissueMaskRaw',
  angiogenesisAndGranulatedTissueMaskBinary: 'picture.angiogenesisAndGranulatedTissueMaskBinary',
  biofilmAndSloughMaskRaw: 'picture.biofilmAndSloughMaskRaw',
  biofilmAndSloughMaskBinary: 'picture.biofilmAndSloughMaskBinary',
  necrosisMaskRaw: 'picture.necrosisMaskRaw',
  necrosisMaskBinary: 'picture.necrosisMaskBinary',
  macerationMaskRaw: 'picture.macerationMaskRaw',
  macerationMaskBinary: 'picture.macerationMaskBinary',
  orthopedicMaskRaw: 'picture.orthopedicMaskRaw',
  orthopedicMaskBinary: 'picture.orthopedicMaskBinary',
  boneCartilageOrTendonMaskRaw: 'picture.boneCartilageOrTendonMaskRaw',
  boneCartilageOrTendonMaskBinary: 'picture.boneCartilageOrTendonMaskBinary',
};

/** What a picture shows, in words. @throws Error for a name that no answer has: a fault of ours */
export function pictureTitle(name: string, locale: CatalogueLocale): string {
  const key = titles[name];
  if (key === undefined) throw new Error(`Expected a picture of an answer, received ${name}`);
  return word(key, locale);
}
