// SPDX-License-Identifier: Apache-2.0
import { flagNames, textNames } from '@openderm/sdk/embed';
import { expect, test } from 'vitest';
import { findMistakes, toSaid, wishGroups } from './frame-wish.ts';
import { type CodeKind, toEmbedCode } from './to-embed-code.ts';

const fields = Object.values(wishGroups).flat();

test('every parameter of the page can be tried, and each once', () => {
  const names = fields.map(({ name }) => name).toSorted();
  expect(names).toEqual([...flagNames, ...textNames].filter((name) => name !== 'company').toSorted());
});

test('only what differs from the default is said', () => {
  expect(toSaid(Object.fromEntries(fields.map(({ name, fallback }) => [name, fallback])))).toEqual({});
  expect(
    toSaid({ isForPatient: '1', enableResult: '0', macroscopicMedia: 'disabled', bodySite: '  ' }),
  ).toEqual({
    isForPatient: '1',
    enableResult: '0',
  });
});

test.each([
  [{ primary: '00c' }, []],
  [{ primary: '#0B6660', secondary: '' }, []],
  [{ primary: 'sky' }, ['primary']],
  [{ secondary: '#12345' }, ['secondary']],
  [{ extraData: '{"ward": 4}' }, []],
  [{ extraData: '[4]' }, ['extraData']],
  [{ extraData: 'null' }, ['extraData']],
  [{ extraData: '{' }, ['extraData']],
])('%j has the mistakes %j', (wish, mistakes) => {
  expect([...findMistakes(wish)]).toEqual(mistakes);
});

test('values cannot break out of the code they stand in', () => {
  const said = { visitIdentifier: '"><script>alert(1)</script>&\\' };
  const codeFor = (kind: CodeKind) => toEmbedCode(kind, 'https://derm.example.org', said);
  const escaped = 'visitIdentifier="&quot;>&lt;script>alert(1)&lt;/script>&amp;\\"';
  expect(codeFor('HTML')).toContain(escaped);
  expect(codeFor('React')).toContain(escaped);
  for (const kind of ['iframe', 'iOS', 'Android'] as const)
    expect(codeFor(kind), kind).toContain(
      'visitIdentifier=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%26%5C"',
    );
});
