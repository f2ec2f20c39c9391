// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshenPages } from '../fixtures/fresh-pages.ts';
import { addAppKey } from '../fixtures/page-visitor.ts';
import { type ReportDesk, startReportDesk } from '../fixtures/report-desk.ts';

const origins = ['https://clinic.example', 'https://portal.clinic.example'];

let desk: ReportDesk;

beforeAll(async () => {
  await freshenPages();
  desk = await startReportDesk();
}, 120_000);

afterAll(() => desk?.close());

async function ask(query: string) {
  const answer = await fetch(`${desk.tiny.origin}/iframe${query}`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1];
  return { answer, policy, ancestors, html: await answer.text() };
}

it('lets the company’s own pages frame it, and nobody else', async () => {
  const { company } = await desk.open({ allowedOrigins: origins });
  const { answer, ancestors, policy } = await ask(`?company=${await addAppKey(desk, company)}`);
  expect([answer.status, ancestors]).toEqual([200, origins.join(' ')]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('x-frame-options')).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('lets nobody frame it where the company has named no origin', async () => {
  const { company } = await desk.open();
  expect((await ask(`?company=${await addAppKey(desk, company)}`)).ancestors).toBe("'none'");
});

it.each([
  ['an unknown key', () => '?company=nonsense'],
  ['no key at all', () => ''],
  ['two keys', () => '?company=a&company=b'],
  ['a report that nobody signed', () => '?companyId=a&diagnosticReportId=b&expires=1&signature=c'],
])('is inert, and anybody may frame it, with %s', async (_, query) => {
  const { answer, ancestors, policy, html } = await ask(query());
  expect([answer.status, ancestors]).toEqual([200, '*']);
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain('connect-src');
  expect(html).not.toContain('<form');
});

it('is inert with a key that has expired', async () => {
  const { company } = await desk.open({ allowedOrigins: origins });
  const key = 'e'.repeat(64);
  const past = Date.now() - 1000;
  const { companies } = desk.tiny.server.device.store;
  await companies.addAppKey({ key, companyId: company.id, createdAtMs: past - 1000, expiresAtMs: past });
  expect((await ask(`?company=${key}`)).ancestors).toBe('*');
});
