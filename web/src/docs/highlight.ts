// SPDX-License-Identifier: Apache-2.0

export interface CodePart {
  /** Where it starts in the code. */
  readonly start: number;
  readonly kind: 'plain' | 'text' | 'key' | 'number' | 'word' | 'remark';
  readonly text: string;
}

// Enough for JSON, shell, Python and JavaScript of a few lines; the first group that matches names the part.
const pattern =
  /(?<address>https?:\/\/[^\s'"`]+)|(?<remark>(?:^|(?<=\s))(?:#|\/\/).*$)|(?<key>"(?:[^"\\\n]|\\.)*"(?=\s*:))|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b(?:import|from|const|await|with|open|as|new|true|false|null|None|print|curl|printf|for|of|in|if|return)\b)/gm;

const kinds = ['remark', 'key', 'text', 'number', 'word'] as const;

/** The code in coloured parts; joined, they are the code again. */
export function highlight(code: string): readonly CodePart[] {
  const parts: CodePart[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) parts.push({ start: end, kind: 'plain', text: code.slice(end, match.index) });
    const kind = kinds.find((name) => match.groups?.[name] !== undefined) ?? 'plain';
    parts.push({ start: match.index, kind, text: match[0] });
    end = match.index + match[0].length;
  }
  return end < code.length ? [...parts, { start: end, kind: 'plain', text: code.slice(end) }] : parts;
}
