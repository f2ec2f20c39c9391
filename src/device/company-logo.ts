// SPDX-License-Identifier: Apache-2.0

/** A company's sign, as it is shown above its pages. */
export interface CompanyLogo {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A sign, not a picture: it stands in a row of the database and travels with every page. Our own convention. */
export const mostLogoBytes = 32 * 1024;

/** Pictures that run nothing and fetch nothing, by how their files begin. @source the formats' own signatures */
const beginnings = {
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/jpeg': Buffer.from('ffd8ff', 'hex'),
  'image/webp': Buffer.from('RIFF'),
};
/** WebP says its name after its length. @source RFC 9649, 2.4 */
const webpNameAt = 8;

/** The kind of picture these bytes are; undefined for everything else, drawings with scripts among it. */
export function logoTypeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2 * webpNameAt));
  const [type] = Object.entries(beginnings).find(([, beginning]) => start.indexOf(beginning) === 0) ?? [];
  const isOtherRiff = type === 'image/webp' && start.indexOf('WEBP') !== webpNameAt;
  return isOtherRiff ? undefined : type;
}

/** As it is kept: a data URI. Undefined for what is no picture that may be one. */
export function toLogoText(bytes: Uint8Array): string | undefined {
  const contentType = logoTypeOf(bytes);
  if (contentType === undefined || bytes.byteLength > mostLogoBytes) return undefined;
  return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Undefined for what `toLogoText` would not have written. */
export function readLogoText(text: string): CompanyLogo | undefined {
  const [, base64] = /^data:image\/[a-z]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const contentType = logoTypeOf(bytes);
  return contentType !== undefined && toLogoText(bytes) === text ? { contentType, bytes } : undefined;
}
