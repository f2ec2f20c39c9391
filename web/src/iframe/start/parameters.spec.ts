// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readParameters } from './parameters.ts';

const read = (search: string, isAndroid = false) => readParameters(search, isAndroid);

test('an address that says nothing gets the defaults of the compatible page', () => {
  expect(read('?company=key')).toEqual({
    parameters: {
      appKey: 'key',
      showsQuestionnaireTitles: true,
      asksAnamnesis: false,
      contextPhoto: 'disabled',
      showsExtendedInstructions: false,
      usesOwnCamera: false,
      primary: null,
      secondary: null,
      fontFamily: null,
      forServer: {},
    },
    warnings: [],
  });
});

test.each([
  ['primary=00c', { primary: '#0000cc' }],
  ['primary=%2300CC00', { primary: '#00cc00' }],
  ['secondary=%23abc', { secondary: '#aabbcc' }],
  ['fontFamily=Montserrat', { fontFamily: 'Montserrat' }],
  ['macroscopicMedia=required', { contextPhoto: 'required' }],
  ['enableAnamnesis=1', { asksAnamnesis: true }],
  ['showQuestionnairesHeader=0', { showsQuestionnaireTitles: false }],
  ['showQuestionnaireTitle=0', { showsQuestionnaireTitles: false }],
  ['showQuestionnaireTitle=0&showQuestionnairesHeader=1', { showsQuestionnaireTitles: true }],
  ['enableExtendedInstructions=true', { showsExtendedInstructions: true }],
  ['enableAlternativeCameraModule=1', { usesOwnCamera: true }],
  ['isResultEnabled=0', { forServer: { enableResult: '0' } }],
  ['isResultEnabled=0&enableResult=1', { forServer: { enableResult: '1' } }],
  [
    'extraData=%7B%22a%22%3A1%7D&visitIdentifier=v',
    { forServer: { extraData: '{"a":1}', visitIdentifier: 'v' } },
  ],
])('%s is understood', (search, expected) => {
  const { parameters, warnings } = read(`?${search}`);
  expect(parameters).toMatchObject(expected);
  expect(warnings).toEqual([]);
});

test.each([
  'primary=red',
  'primary=12345',
  'fontFamily=Comic',
  'macroscopicMedia=maybe',
  'enableAnamnesis=yes',
])('%s is ignored with a warning', (search) => {
  const { parameters, warnings } = read(`?${search}`);
  expect(parameters).toEqual(read('').parameters);
  expect(warnings).toHaveLength(1);
});

test('the camera for Android is for Android alone', () => {
  const search = '?enableAlternativeCameraModuleAndroid=1';
  expect([true, false].map((isAndroid) => read(search, isAndroid).parameters.usesOwnCamera)).toEqual([
    true,
    false,
  ]);
});

test('what was given twice counts as it came first', () => {
  expect(read('?company=a&company=b').parameters.appKey).toBe('a');
});
