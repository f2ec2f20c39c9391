// SPDX-License-Identifier: Apache-2.0
import type { Detection as DetectionBlock, FoundMedia } from '@openderm/contract';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import type { PhotographScore } from '../record/photograph-assessment.ts';
import type { Detection, NamedPicture } from '../record/severity-reading.ts';
import { detectionText } from './detection-text.ts';
import { pictureTitle } from './picture-titles.ts';
import { toPercent } from './to-percent.ts';
import { toVendorCode } from './wire-constants.ts';
import type { Unencoded, UnencodedPicture } from './write-json.ts';

/** Pictures by name and detections; an explicit null where there are no pictures, as existing clients expect. */
export function toFoundMedia(
  { pictures, detections }: Pick<PhotographScore, 'pictures' | 'detections'>,
  locale: CatalogueLocale,
): Unencoded<FoundMedia> {
  const named = pictures.map((each): [string, UnencodedPicture] => [each.name, toPicture(each, locale)]);
  return {
    attachment: named.length === 0 ? null : Object.fromEntries(named),
    detection: detections.map((each) => toDetection(each, locale)),
  };
}

function toPicture({ name, image }: NamedPicture, locale: CatalogueLocale): UnencodedPicture {
  return {
    title: pictureTitle(name, locale),
    contentType: 'image/jpeg',
    data: image.jpeg,
    height: image.heightPx,
    width: image.widthPx,
    colorModel: 'RGB',
  };
}

function toDetection(
  { confidence, code, box: { x1, y1, x2, y2 } }: Detection,
  locale: CatalogueLocale,
): DetectionBlock {
  const named = toVendorCode(code, detectionText(code, locale));
  return { confidence: toPercent(confidence), code: named, box: { x1, y1, x2, y2 } };
}
