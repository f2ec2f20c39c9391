// SPDX-License-Identifier: Apache-2.0
import type { OpenApiDocument, Schema } from './open-api.ts';

/** A field as shown in a table: its name, what it may hold, and what is inside it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
  /** Bounds and formats in words, e.g. `0 to 100`. */
  readonly rules: readonly string[];
  readonly children: readonly Field[];
}

// Deeper than any schema here; ends the walk where one contains itself.
const maxDepth = 12;

/** The fields of an object or of an array's objects; empty for a plain value. */
export function describeFields(
  document: OpenApiDocument,
  schema: Schema | undefined,
  depth = 0,
): readonly Field[] {
  const resolved = unwrap(document, schema);
  if (resolved === undefined || depth > maxDepth) return [];
  if (resolved.items !== undefined) return describeFields(document, resolved.items, depth + 1);
  const named = Object.entries(resolved.properties ?? {});
  const open = Object.values(resolved.patternProperties ?? {}).map((value) => ['{key}', value] as const);
  return [...named, ...open].map(([name, property]) => ({
    name,
    type: describeType(document, property),
    isRequired: resolved.required?.includes(name) ?? false,
    description: property.description ?? resolve(document, property)?.description ?? '',
    rules: describeRules(unwrap(document, property) ?? property),
    children: describeFields(document, property, depth + 1),
  }));
}

/** The type in words, e.g. `string or null`, `array of object`. */
export function describeType(document: OpenApiDocument, schema: Schema | undefined): string {
  const resolved = resolve(document, schema);
  if (resolved === undefined) return 'anything';
  const options = resolved.anyOf ?? resolved.oneOf;
  if (options !== undefined) return options.map((option) => describeType(document, option)).join(' or ');
  if (resolved.const !== undefined) return JSON.stringify(resolved.const);
  if (resolved.enum !== undefined) return resolved.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (resolved.items !== undefined) return `array of ${describeType(document, resolved.items)}`;
  if (Array.isArray(resolved.type)) return resolved.type.join(' or ');
  return String(resolved.type ?? 'anything');
}

function describeRules(schema: Schema): readonly string[] {
  const { minimum, maximum, minItems, maxItems, maxLength, format, contentEncoding, pattern } = schema;
  return [
    describeRange(minimum, maximum),
    describeRange(minItems, maxItems, ' entries'),
    maxLength === undefined ? '' : `up to ${maxLength} characters`,
    format ?? '',
    contentEncoding ?? '',
    pattern === undefined ? '' : `matches ${pattern}`,
  ].filter((rule) => rule !== '');
}

function describeRange(from: number | undefined, to: number | undefined, unit = ''): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
  if (from !== undefined) return `at least ${from}${unit}`;
  return to === undefined ? '' : `at most ${to}${unit}`;
}

// Null beside something else says nothing about what is inside.
function unwrap(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  const resolved = resolve(document, schema);
  const options = (resolved?.anyOf ?? resolved?.oneOf)?.filter(({ type }) => type !== 'null');
  return options?.length === 1 ? resolve(document, options[0]) : resolved;
}

function resolve(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : document.components?.schemas?.[name];
}
