// SPDX-License-Identifier: Apache-2.0

/** Strings whole, and what gives a JSON text its structure. @source RFC 8259, 2 and 7 */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * The text of a field of an object, as it stands in the JSON text: numbers keep their digits and keys their order, which
 * values in memory do not. Of several fields with the name it is the last one, as JSON.parse has it.
 * @param json valid JSON
 */
export function findFieldText(json: string, name: string): string | undefined {
  let depth = 0;
  let key: string | undefined;
  let start = -1;
  let found: string | undefined;
  const endValue = (end: number) => {
    if (key === name && start !== -1) found = json.slice(start, end).trim();
    start = -1;
  };
  for (const { 0: token, index } of json.matchAll(tokens)) {
    if (token === '}' || token === ']') depth -= 1;
    if (token === ':' && depth === 1) start = index + 1;
    else if (depth === 1 && start === -1 && token.startsWith('"')) key = String(JSON.parse(token));
    else if ((token === ',' && depth === 1) || depth === 0) endValue(index);
    if (token === '{' || token === '[') depth += 1;
  }
  return found;
}
