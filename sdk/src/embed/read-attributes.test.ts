// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { toFrameAddress } from './frame-address.ts';
import { frameAttributes, readAttributes } from './read-attributes.ts';

/** Attributes as HTML keeps them: by small letters. */
const elementWith = (attributes: Readonly<Record<string, string>>) => ({
  getAttribute: (name: string) => attributes[name.toLowerCase()] ?? null,
});

test('nothing is shown without a key', () => {
  expect(readAttributes(elementWith({ locale: 'es' })).content).toBeUndefined();
  expect(readAttributes(elementWith({ company: '' })).content).toBeUndefined();
});

test('flags are said as HTML says them, and numbers are understood', () => {
  const { content } = readAttributes(
    elementWith({
      company: 'key',
      isforpatient: '',
      enableresult: 'false',
      enableanamnesis: '1',
      locale: '',
    }),
  );
  expect(content && toFrameAddress('https://a.example', content).href).toBe(
    'https://a.example/iframe?company=key&isForPatient=1&enableResult=0&enableAnamnesis=1',
  );
});

test('what is wrong is handed on: the page says so in its console', () => {
  const { content } = readAttributes(elementWith({ company: 'key', isforpatient: 'maybe', primary: 'sky' }));
  expect(content?.parameters).toEqual({ company: 'key', isForPatient: 'maybe', primary: 'sky' });
});

test('a report goes before a key', () => {
  const wanted = {
    company: 'key',
    'report-url': 'https://a.example/iframe',
    sizing: 'fill',
    label: 'Report',
  };
  expect(readAttributes(elementWith(wanted))).toEqual({
    server: undefined,
    content: { reportUrl: 'https://a.example/iframe' },
    sizing: 'fill',
    label: 'Report',
  });
});

test('every attribute that is read is also watched, in small letters', () => {
  const asked = new Set<string>();
  readAttributes({
    getAttribute(name) {
      asked.add(name.toLowerCase());
      return null;
    },
  });
  expect([...asked].toSorted()).toEqual([...frameAttributes].toSorted());
});
