// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openPrivacyRooms } from '../../test/fixtures/privacy-rooms.ts';
import { createAuditEntry } from '../../test/fixtures/sample-audit-entry.ts';
import { createSampleCompany } from '../../test/fixtures/sample-company.ts';
import { createAuditDesk } from './manage-audit.ts';

/** A company with entries at times 1 to `count`, and somebody with the database in hand. */
async function openLog(count: number) {
  const rooms = await openPrivacyRooms();
  const company = createSampleCompany();
  await rooms.store.companies.add(company);
  const companyId = company.id;
  const times = Array.from({ length: count }, (_, index) => index + 1);
  await rooms.store.audit.add(times.map((atMs) => createAuditEntry({ companyId, atMs })));
  const desk = createAuditDesk(rooms.store);
  return {
    ...rooms,
    company,
    desk,
    verify: async () => (await desk.verify(companyId)).map(({ broken }) => broken),
    tamper(statement: string) {
      const database = new DatabaseSync(join(rooms.dataDir, 'openderm.db'));
      database.exec(statement);
      database.close();
    },
  };
}

describe('the desk for audit logs', () => {
  it('seals what waits, and finds logs longer than a page whole', async () => {
    await using log = await openLog(2100);
    const [verdict] = await log.desk.verify();
    expect(verdict).toMatchObject({ company: log.company, broken: null, end: { sequence: 2100 } });
  });

  it.each([
    ["update audit_entries set entry = replace(entry, 'read', 'edit') where sequence = 7", 'altered'],
    ['update audit_entries set at_ms = at_ms + 1 where sequence = 7', 'misplaced'],
    ['delete from audit_entries where sequence = 7', 'missing'],
    ['delete from audit_entries where sequence >= 7', 'missing'],
    ["update audit_entries set hash = replace(hash, '0', '1') where sequence = 7", 'altered'],
  ])('names the first bad entry after: %s', async (statement, reason) => {
    await using log = await openLog(20);
    expect(await log.verify()).toEqual([null]);
    log.tamper(statement);
    expect(await log.verify()).toEqual([{ sequence: 7, reason }]);
  });

  it('finds a log that was rewritten as a whole by an end that was noted before', async () => {
    await using log = await openLog(5);
    const [before] = await log.desk.verify();
    const end = before?.end ?? { sequence: 0, hash: '' };
    expect(await log.desk.stillHas(log.company.id, end)).toBe(true);
    expect(await log.desk.stillHas(log.company.id, { ...end, sequence: 4 })).toBe(false);
    log.tamper('delete from audit_entries; delete from audit_chains');
    const companyId = log.company.id;
    await log.store.audit.add([1, 2, 3, 4, 5, 6].map((atMs) => createAuditEntry({ companyId, atMs })));
    expect(await log.verify()).toEqual([null]);
    expect(await log.desk.stillHas(companyId, end)).toBe(false);
  });

  it('still knows an end behind which everything was dropped', async () => {
    await using log = await openLog(5);
    const [before] = await log.desk.verify();
    await log.store.audit.drop(log.company.id, 6);
    expect(await log.verify()).toEqual([null]);
    expect(await log.desk.stillHas(log.company.id, before?.end ?? { sequence: 0, hash: '' })).toBe(true);
  });

  const named = { kind: 'report', id: null };
  const whole = { atMs: 1, action: 'read', outcome: 'done', actor: named, object: named };
  const rewritten = [{ atMs: 1e300 }, { action: 1 }, { outcome: undefined }, { actor: 5 }, { object: {} }];
  it.each([
    'no JSON',
    'null',
    '5',
    '{}',
    ...rewritten.map((change) => JSON.stringify({ ...whole, ...change })),
  ])('lists %s as what cannot be read', async (text) => {
    await using log = await openLog(1);
    await log.verify();
    log.tamper(`update audit_entries set entry = '${text}'`);
    const [listed] = await log.desk.list(log.company.id, { limit: 1 });
    expect([listed?.sequence, listed?.entry]).toEqual([1, null]);
  });

  it('lists what can be read and says where something cannot', async () => {
    await using log = await openLog(3);
    const { id } = log.company;
    await log.verify();
    log.tamper("update audit_entries set entry = 'no JSON' where sequence = 2");
    const listed = await log.desk.list(id, { limit: 10 });
    expect(listed.map(({ sequence, entry }) => [sequence, entry?.atMs ?? null])).toEqual([
      [3, 3],
      [2, null],
      [1, 1],
    ]);
    expect(await log.desk.list(id, { limit: 10, before: 2 })).toHaveLength(1);
    await expect(log.desk.list('nobody', { limit: 1 })).rejects.toThrow('There is no company nobody.');
    await expect(log.desk.verify('nobody')).rejects.toThrow('There is no company nobody.');
  });

  it('has an empty log for a company that nothing happened to', async () => {
    await using log = await openLog(0);
    expect(await log.verify()).toEqual([null]);
    expect(await log.desk.list(log.company.id, { limit: 10 })).toEqual([]);
  });
});
