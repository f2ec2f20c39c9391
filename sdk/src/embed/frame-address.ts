// SPDX-License-Identifier: Apache-2.0
import { type FrameParameters, toFrameQuery } from './frame-parameters.ts';

/** What the frame shows: the way to a new report, or a report that was made. */
export type FrameContent =
  | { readonly parameters: FrameParameters; readonly reportUrl?: undefined }
  /** `url` of a report, as the server-to-server API gives it: signed, and it expires. */
  | { readonly reportUrl: string; readonly parameters?: undefined };

export interface FrameAddress {
  readonly href: string;
  /** Messages from any other origin are nobody's. */
  readonly origin: string;
}

/**
 * Where a frame's page is.
 * @param server e.g. `https://derm.example.org`; only its origin counts
 * @throws TypeError when the server is no web address, or the report is not on it
 */
export function toFrameAddress(server: string, content: FrameContent): FrameAddress {
  const { origin } = parseWebAddress(server);
  if (content.reportUrl === undefined)
    return { href: `${origin}/iframe?${toFrameQuery(content.parameters)}`, origin };
  const report = parseWebAddress(content.reportUrl);
  // Somebody else's page would be shown with the rights of ours, e.g. the camera.
  if (report.origin !== origin) throw new TypeError(`Expected a report of ${origin}, not ${report.origin}`);
  return { href: report.href, origin };
}

function parseWebAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new TypeError(`Expected an address that begins with https://, received ${JSON.stringify(text)}`);
}
