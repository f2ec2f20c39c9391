// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFrameAddress } from './frame-address.ts';
import { textNames } from './frame-parameters.ts';

const server = 'https://derm.example.org';

describe('the address of a frame', () => {
  test('says flags as 1 and 0, lists with commas, data as JSON, and nothing that is not said', () => {
    const { href, origin } = toFrameAddress(server, {
      parameters: {
        company: 'key',
        isForPatient: true,
        enableResult: false,
        forcedScoringSystems: ['apasiLocal', 'dlqi'],
        extraData: { ward: 4 },
        bodySite: '',
      },
    });
    expect(origin).toBe(server);
    expect(Object.fromEntries(new URL(href).searchParams)).toEqual({
      company: 'key',
      isForPatient: '1',
      enableResult: '0',
      forcedScoringSystems: 'apasiLocal,dlqi',
      extraData: '{"ward":4}',
    });
  });

  test('carries every text as it is, on the server and nowhere else', () => {
    const texts = fc.dictionary(fc.constantFrom(...textNames), fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(texts, fc.string({ unit: 'grapheme', minLength: 1 }), (given, company) => {
        const parameters = Object.fromEntries(Object.entries({ ...given, company }));
        const { href } = toFrameAddress(server, { parameters: { ...parameters, company } });
        const url = new URL(href);
        expect([url.origin, url.pathname, url.hash]).toEqual([server, '/iframe', '']);
        expect(Object.fromEntries(url.searchParams)).toEqual(parameters);
      }),
    );
  });

  test('takes the origin of a server, whatever stands behind it', () => {
    const { href } = toFrameAddress('http://127.0.0.1:8080/v1/?a=b#c', { parameters: { company: 'key' } });
    expect(href).toBe('http://127.0.0.1:8080/iframe?company=key');
  });

  test('shows a report of the server as its address stands', () => {
    const reportUrl = `${server}/iframe?companyId=c&diagnosticReportId=r%2F&signature=s`;
    expect(toFrameAddress(server, { reportUrl })).toEqual({ href: reportUrl, origin: server });
  });

  test.each(['', 'derm.example.org', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc', '//a'])(
    'refuses %s as a server',
    (wrong) => {
      expect(() => toFrameAddress(wrong, { parameters: { company: 'key' } })).toThrow(/begins with https/);
    },
  );

  test.each([
    'https://derm.example.org.stranger.example/iframe',
    'https://derm.example.org@stranger.example/iframe',
    'http://derm.example.org/iframe',
    'https://derm.example.org:444/iframe',
  ])('refuses %s as a report', (reportUrl) => {
    expect(() => toFrameAddress(server, { reportUrl })).toThrow(TypeError);
  });
});
