// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportDesk, reportsPath, startReportDesk, withoutTimes } from '../fixtures/report-desk.ts';

let desk: ReportDesk;
beforeAll(async () => {
  desk = await startReportDesk();
});
afterAll(() => desk?.close());

describe('a form with files', () => {
  const post = (form: FormData | string, headers: Record<string, string> = {}) =>
    fetch(`${desk.tiny.origin}${reportsPath}`, {
      method: 'POST',
      headers: { 'x-api-token': desk.backend.token, ...headers },
      body: form,
    });
  const file = () => new Blob([Buffer.from(desk.photograph, 'base64')]);
  function write(fields: Readonly<Record<string, string>>): FormData {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('images', file(), 'lesion é.jpg');
    form.append('images', file());
    form.append('macroscopicMedia', file());
    return form;
  }

  it('makes the report that JSON would have made', async () => {
    const fields = { bodySite: 'trunkFront', visitIdentifier: 'visit 9', subject: 'patient 9' };
    const extraData = { id: [1, 'é'] };
    const knownAnswers = { auas: { pruritus: 2 } };
    const forcedScoringSystems = ['auas'];
    const anamnesis = [{ question: 'Since when?', answer: 'May' }];
    const more = { extraData, knownAnswers, forcedScoringSystems, anamnesis };
    const texts = Object.entries(more).map(([name, value]) => [name, JSON.stringify(value)]);
    const answer = await post(write({ ...fields, ...Object.fromEntries(texts) }));
    const { data, message } = (await answer.json()) as { data: RawReport; message: string };
    expect([answer.status, message]).toEqual([200, expect.stringContaining('Diagnostic report')]);
    const images = [desk.photograph, desk.photograph];
    const same = await desk.create({
      ...fields,
      ...more,
      images,
      macroscopicMedia: desk.photograph,
      subject: 'patient 10',
    });
    expect(withoutTimes(data)).toEqual(withoutTimes(same));
    expect(data.extraData).toEqual(extraData);
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    ['names what is wrong', () => post(write({ bodySite: 'elbo' })), 422, 'elbo'],
    [
      'has JSON where JSON belongs',
      () => post(write({ bodySite: 'trunkFront', extraData: '{' })),
      422,
      'extraData',
    ],
    ['names a broken photograph', () => post(broken()), 422, 'images.0'],
    ['has no files elsewhere', () => post(stray()), 422, 'elsewhere'],
    [
      'is whole',
      () => post('--x\r\nabc', { 'content-type': 'multipart/form-data; boundary=x' }),
      422,
      'form',
    ],
    ['names its boundary', () => post('abc', { 'content-type': 'multipart/form-data' }), 422, 'boundary'],
    ['has not too many parts', () => post(many()), 422, 'too many'],
    ['is for reports', () => keys(), 415, 'content type'],
  ])('is refused unless it %s', async (_, send, status, words) => {
    const answer = await send();
    const body = (await answer.json()) as { message: string };
    expect([answer.status, body]).toMatchObject([status, { success: false, data: null }]);
    expect(body.message).toContain(words);
  });

  function broken(): FormData {
    const form = new FormData();
    form.append('bodySite', 'trunkFront');
    form.append('images', new Blob(['no picture']));
    return form;
  }
  function stray(): FormData {
    const form = write({ bodySite: 'trunkFront' });
    form.append('elsewhere', file());
    return form;
  }
  function many(): FormData {
    const form = write({ bodySite: 'trunkFront' });
    for (let count = 0; count < 100; count++) form.append('more', '');
    return form;
  }
  const keys = () =>
    fetch(`${desk.tiny.origin}/s2s-api/v3/company/company-app-keys`, {
      method: 'POST',
      headers: { 'x-api-token': desk.backend.token },
      body: stray(),
    });
});
