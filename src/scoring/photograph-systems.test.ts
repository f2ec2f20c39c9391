// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { scoringSystems } from './systems.ts';

const systems = scoringSystems.filter(({ input }) => input === 'photograph');

/** What the reference asks of a person beside the photograph. */
const asked: Readonly<Record<string, readonly string[]>> = {
  aeasi: ['surface', 'patientAge'],
  agppga: [],
  aihs4: [],
  aladin: [],
  apasi: ['surface'],
  asalt: [],
  ascorad: ['surface', 'pruritus', 'sleeplessness'],
  auas: ['pruritus'],
  avasi: [],
  awosi: [],
  nsil: [],
};

const intensities: Readonly<Record<string, readonly string[]>> = {
  aeasi: ['None', 'Low', 'Low', 'Moderate', 'High', 'High'],
  agppga: ['None', 'Low', 'Low', 'Moderate', 'High'],
  aihs4: ['Low', 'Moderate', 'High'],
  aladin: ['None', 'Low', 'Low', 'Moderate', 'High'],
  apasi: ['None', 'Low', 'Moderate', 'High'],
  asalt: ['None', 'Low', 'Moderate', 'High', 'High'],
  ascorad: ['Low', 'Moderate', 'High'],
  auas: ['None', 'Low', 'Moderate', 'High'],
  avasi: ['None', 'Low', 'Moderate', 'High'],
  awosi: ['None', 'Low', 'Moderate', 'High', 'High'],
  nsil: ['None', 'Low', 'Moderate', 'High'],
};

/** The condition that the reference's own client scores. */
const conditions: Readonly<Record<string, string | null>> = {
  aeasi: 'EA89',
  agppga: 'EA90.40',
  aihs4: 'ED92.0',
  aladin: 'ED80',
  apasi: 'EA90',
  asalt: 'ED70',
  ascorad: 'EA89',
  auas: 'EB05',
  avasi: 'ED63.0',
  awosi: 'EH90',
  nsil: null,
};

it('are the eleven automatic systems of the reference', () => {
  expect(systems.map(({ code }) => code)).toEqual(Object.keys(asked));
});

describe.each(systems.map((system) => [system.code, system] as const))('%s', (code, system) => {
  it('asks a person for what the reference asks, and sees the rest', () => {
    const leaves = system.forms.flatMap(({ items }) =>
      Object.entries(items).filter(([, item]) => item.kind === 'group' || item.by === 'asked'),
    );
    expect(leaves.map(([item]) => item)).toEqual(asked[code]);
    expect(system.forms.map(({ mode }) => mode)).toEqual(['local']);
  });

  it('needs every item, so that no score rests on a gap', () => {
    const optional = Object.values(system.forms[0]?.items ?? {}).filter(({ required }) => !required);
    expect(optional).toEqual([]);
  });

  it('tells how much each band matters', () => {
    expect(system.bands?.bands.map(({ intensity }) => intensity)).toEqual(intensities[code]);
  });

  it('is for the condition that the reference scores with it', () => {
    const condition = conditions[code];
    if (condition === null) expect(system.conditions).toBeNull();
    else expect(system.conditions).toContain(condition);
  });

  it('says whether it is somebody’s instrument or an index of our own', () => {
    const isOurs = ['aladin', 'awosi', 'nsil'].includes(code);
    expect(system.validated).toBe(!isOurs);
    const isConvention = isOurs || ['auas', 'avasi'].includes(code);
    expect(system.bands?.basis).toBe(isConvention ? 'localConvention' : 'published');
    if (isOurs) expect(system.pending).toContain('formula');
  });
});
