// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';
import { readDocument } from './read-document.ts';
import { toExampleText, toShownText } from './to-example-text.ts';
import { toSamples } from './to-samples.ts';

const json = { 'application/json': { schema: { type: 'object', examples: [{ a: 1 }] } } };
const [group, other] = readDocument({
  tags: [{ name: 'Device', description: 'The device.' }],
  paths: {
    '/v1/login': {
      post: { tags: ['Device'], requestBody: { content: { 'application/x-www-form-urlencoded': {} } } },
    },
    '/v1/diagnosis-support': {
      post: {
        tags: ['Device'],
        summary: 'Rank',
        security: [{ token: [] }],
        requestBody: { content: json },
        responses: { 200: { content: json } },
      },
    },
    '/v1/conditions/{slug}': { get: {} },
  },
});

test('groups endpoints by tag, in the document’s order, untagged ones last', () => {
  expect(group).toMatchObject({ name: 'Device', description: 'The device.' });
  expect(group?.endpoints.map(({ id, needsLogin }) => [id, needsLogin])).toEqual([
    ['post-v1-login', false],
    ['post-v1-diagnosis-support', true],
  ]);
  expect(other?.endpoints.map(({ id }) => id)).toEqual(['get-v1-conditions-slug']);
});

test('takes the examples of request and answer from their schemas', () => {
  const endpoint = group?.endpoints[1];
  expect(endpoint?.body?.examples).toEqual([{ name: 'Example', value: { a: 1 } }]);
  expect(endpoint?.answers[0]?.body?.examples).toHaveLength(1);
});

test('writes every endpoint three ways, with a token exactly where one is needed', () => {
  const endpoints = [...(group?.endpoints ?? []), ...(other?.endpoints ?? [])];
  for (const endpoint of endpoints) {
    const samples = toSamples(endpoint, 'http://device.example');
    expect(samples.map(({ language }) => language)).toEqual(['curl', 'Python', 'JavaScript']);
    for (const { code } of samples) {
      expect(code).toContain(`http://device.example${endpoint.path}`);
      expect(code.includes('Authorization')).toBe(endpoint.needsLogin);
    }
  }
});

test('colouring loses no character', () => {
  const code = `# a remark\nTOKEN=$(curl -s http://a:80/v1 \\\n | sed -E 's/.*"x":"([^"]+)".*/\\1/')\n{"a": 1.5, "b": null}`;
  expect(
    highlight(code)
      .map(({ text }) => text)
      .join(''),
  ).toBe(code);
});

test('cuts long texts and long lists of an example and says by how much', () => {
  const text = toShownText(
    { data: 'x'.repeat(1000), list: Array.from({ length: 577 }, (_, index) => index) },
    'application/json',
  );
  expect(text).toContain('(1000 characters)');
  expect(text).toContain('… 574 more');
});

test('writes the example of a form as a form', () => {
  expect(toExampleText({ username: 'a@b', password: 'x y' }, 'application/x-www-form-urlencoded')).toBe(
    'username=a%40b&password=x+y',
  );
  expect(toExampleText({ a: 1 }, 'application/json')).toBe('{\n  "a": 1\n}');
});
