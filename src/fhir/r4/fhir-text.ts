// SPDX-License-Identifier: Apache-2.0

/**
 * A text as FHIR allows it: no control characters, ordinary blanks only, none at its ends; undefined where nothing is
 * left, for FHIR knows no empty text.
 * @source https://hl7.org/fhir/R4/datatypes.html#string
 */
export function toFhirText(text: string): string | undefined {
  const allowed = text.replaceAll(/(?![\t\r\n])\p{Cc}/gu, '\uFFFD').replaceAll(/(?![ \t\r\n])\s/gu, ' ');
  const trimmed = allowed.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** JSON text as FHIR allows it: the same document, what FHIR does not take written as `\u....`. */
export function toFhirJson(json: string): string {
  const escaped = json.trim().replaceAll(/(?![ \t\r\n])[\s\p{Cc}]/gu, toEscape);
  return escaped;
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A list under its name, or nothing: FHIR knows no empty lists. */
export function filled<Name extends string, Entry>(
  name: Name,
  entries: readonly Entry[],
): { [N in Name]?: Entry[] } {
  return entries.length === 0 ? {} : ({ [name]: [...entries] } as { [N in Name]?: Entry[] });
}

/** A text under its name, or nothing. */
export function worded<Name extends string>(name: Name, text: string | undefined): { [N in Name]?: string } {
  return text === undefined ? {} : ({ [name]: text } as { [N in Name]?: string });
}
