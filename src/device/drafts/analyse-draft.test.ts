// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createSampleCompany } from '../../../test/fixtures/sample-company.ts';
import { createSampleCatalogue } from '../../../test/fixtures/sample-diagnosis.ts';
import { createSampleDraft } from '../../../test/fixtures/sample-draft.ts';
import { samplePhotograph } from '../../../test/fixtures/sample-photograph-assessment.ts';
import { bodySites } from '../../catalogue/body-sites.ts';
import { DeviceError } from '../../errors.ts';
import { scoringSystems } from '../../scoring/systems.ts';
import { createReadBodySite } from '../read-body-site.ts';
import { createAnalyseDraft } from './analyse-draft.ts';

const company = createSampleCompany();
const photo = {
  id: 'photo',
  role: 'photograph',
  totalBytes: 1,
  verdict: { kind: 'read', validity: samplePhotograph.validity, widthPx: 1, heightPx: 1 },
} as const;

/** An analysis whose report cannot be made. */
async function fail(error: unknown) {
  const draft = createSampleDraft(company.id, {
    answers: { concern: 'spot', bodySite: 'nose', anamnesis: [] },
    photos: [photo],
  });
  const logged: { details: object; message: string }[] = [];
  const start = () => {
    throw error;
  };
  const analysis = createAnalyseDraft({
    hold: { find: async () => ({ draft, company }), change: async () => ({ draft, company }) },
    drafts: { readPhoto: async () => new Uint8Array() },
    reports: { find: async () => undefined },
    createReport: { start },
    readBodySite: createReadBodySite(bodySites),
    systems: scoringSystems,
    bodySites,
    catalogue: createSampleCatalogue(3),
    clock: { nowMs: () => 0 },
    log: { error: (details, message) => void logged.push({ details, message }) },
  });
  await analysis.start('handle');
  await analysis.settle();
  return { state: analysis.stateOf(draft), logged, reportId: draft.id };
}

describe('an analysis nobody waits for with an open request', () => {
  it('tells the operator of a fault, and the page no more than that there was one', async () => {
    const bug = new RangeError('a bug');
    const { state, logged, reportId } = await fail(bug);
    expect(state).toEqual({ kind: 'failed', code: 'internal' });
    expect(logged).toEqual([
      { details: { err: bug, reportId }, message: 'no report could be made of a draft' },
    ]);
  });

  it('tells the operator what made the storage fail', async () => {
    const cause = new Error('ENOSPC');
    const { state, logged, reportId } = await fail(new DeviceError('storageFull', {}, cause));
    expect(state).toEqual({ kind: 'failed', code: 'storageFull' });
    expect(logged.map(({ details }) => details)).toEqual([{ err: cause, reportId }]);
  });

  it('keeps what a picture was to blame for out of the log', async () => {
    const { state, logged } = await fail(new DeviceError('damagedImage'));
    expect([state, logged]).toEqual([{ kind: 'failed', code: 'damagedImage' }, []]);
  });
});
