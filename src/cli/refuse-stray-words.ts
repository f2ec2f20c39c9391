// SPDX-License-Identifier: Apache-2.0
import { refuseUnknownOptions, UsageError } from './cli-context.ts';

type KnownArguments = Readonly<Record<string, { readonly type: string }>>;

/** Options nobody knows, and more words than the command takes, would be passed over in silence. @throws UsageError */
export function refuseStrayWords(given: { readonly _: readonly string[] }, known: KnownArguments): void {
  const written = Object.keys(given).map((name) => [toKebabCase(name), true]);
  refuseUnknownOptions(Object.fromEntries(written), known);
  const expected = Object.values(known).filter(({ type }) => type === 'positional').length;
  const [stray] = given._.slice(expected);
  if (stray !== undefined) throw new UsageError(`There is one word too many: ${stray}.`);
}

/** The library hands on `--password-stdin` as `passwordStdin`. */
function toKebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
