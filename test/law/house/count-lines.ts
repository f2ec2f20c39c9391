// SPDX-License-Identifier: Apache-2.0
import type { Source } from './read-source.ts';

/** Lines of a source file: all of them, and those that hold more than space and comments. */
export function countLines(source: Source): { readonly all: number; readonly code: number } {
  const withoutComments = source.comments.reduceRight(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, '') + text.slice(end),
    source.text,
  );
  const code = withoutComments.split('\n').filter((line) => line.trim() !== '').length;
  return { all: source.text.trimEnd().split('\n').length, code };
}
