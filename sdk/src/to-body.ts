// SPDX-License-Identifier: Apache-2.0
import { type ImageBytes, toBase64 } from './to-base64.ts';

/** A photograph, bare or with what the answer should echo. The bytes decide the format, not `contentType`. */
export type DeviceImage = ImageBytes | LabelledImage;

export interface LabelledImage {
  readonly data: ImageBytes;
  /** Free text, e.g. "Close-up, left forearm". No patient's name: it is kept with the analysis. */
  readonly title?: string;
  readonly contentType?: string;
}

/** The JSON of a request with photographs, assembled as a Blob: the photographs are never joined into one string. */
export async function toImageBody(images: readonly DeviceImage[]): Promise<Blob> {
  const parts: string[] = ['{"payload":['];
  for (const [index, image] of images.entries()) {
    if (index > 0) parts.push(',');
    parts.push(...(await toAttachment(image)));
  }
  return new Blob([...parts, ']}']);
}

async function toAttachment(image: DeviceImage): Promise<string[]> {
  const labelled = isLabelled(image) ? image : { data: image };
  const label = JSON.stringify({
    title: labelled.title,
    contentType: labelled.contentType ?? typeOf(labelled.data),
  });
  const labelFields = label === '{}' ? '' : `,${label.slice(1, -1)}`;
  return ['{"contentAttachment":{"data":"', await toBase64(labelled.data), '"', labelFields, '}}'];
}

function isLabelled(image: DeviceImage): image is LabelledImage {
  return !(image instanceof Uint8Array) && !(image instanceof Blob);
}

function typeOf(data: ImageBytes): string | undefined {
  return data instanceof Blob && data.type !== '' ? data.type : undefined;
}
