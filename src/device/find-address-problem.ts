// SPDX-License-Identifier: Apache-2.0

/** As long as an address can be for every browser and proxy on the way. Our own convention. */
const mostCharacters = 2000;

/** An origin whose pages may show the iframe; why a text is none, undefined where it is one. */
export function findOriginProblem(text: string): string | undefined {
  const url = readAddress(text);
  if (typeof url === 'string') return url;
  return url.origin === text.toLowerCase() && url.origin === text
    ? undefined
    : `the origin alone, in lower case: ${url.origin}`;
}

/** An address that is called when a report is there; why a text is none, undefined where it is one. */
export function findCallbackProblem(text: string): string | undefined {
  const url = readAddress(text);
  if (typeof url === 'string') return url;
  if (url.hash !== '' || text.includes('#')) return 'an address without a part after #';
  return undefined;
}

/** The address, or what was expected instead. */
function readAddress(text: string): URL | string {
  const expected = 'a whole address like https://clinic.example';
  if (text.length > mostCharacters) return `an address of at most ${mostCharacters} characters`;
  // A wildcard lets whoever finds a forgotten name of a domain in.
  if (text.includes('*')) return `${expected}, without *`;
  if (/[\s\p{C}\\]/u.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return expected;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'an address without user and password';
  if (url.protocol === 'http:' && !isThisMachine(url)) return 'https; http is for this machine alone';
  return url;
}

/** What never leaves the machine needs no certificate. @source W3C Secure Contexts, 3.1 */
function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
