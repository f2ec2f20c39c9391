// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { describeFields, describeType } from './describe-schema.ts';
import type { OpenApiDocument, Schema } from './open-api.ts';

const node: Schema = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
const document: OpenApiDocument = { components: { schemas: { Node: node } } };

test.each<[Schema | undefined, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string or null'],
  [{ anyOf: [{ type: 'array', items: { type: 'object' } }, { type: 'null' }] }, 'array of object or null'],
  [{ enum: ['image', 'prior'] }, '"image" | "prior"'],
  [{ const: 'RGB' }, '"RGB"'],
  [{ $ref: '#/components/schemas/Node' }, 'object'],
  [undefined, 'anything'],
])('describes %j as %s', (schema, words) => {
  expect(describeType(document, schema)).toBe(words);
});

test('lists fields with their bounds, and those inside arrays and nullable objects', () => {
  const schema: Schema = {
    type: 'object',
    required: ['payload'],
    properties: {
      payload: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: { type: 'object', properties: { score: { type: 'integer', minimum: 0, maximum: 100 } } },
      },
      map: {
        anyOf: [{ type: 'object', properties: { width: { type: 'integer', minimum: 1 } } }, { type: 'null' }],
      },
    },
  };
  const [payload, map] = describeFields(document, schema);
  expect(payload).toMatchObject({ name: 'payload', isRequired: true, rules: ['1 to 20 entries'] });
  expect(payload?.children[0]).toMatchObject({ name: 'score', rules: ['0 to 100'] });
  expect(map).toMatchObject({ isRequired: false, children: [{ name: 'width', rules: ['at least 1'] }] });
});

test('ends on a schema that contains itself', () => {
  expect(describeFields(document, node)).toHaveLength(1);
});
