// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { measured, sampleScore } from '../../../test/fixtures/sample-photograph-assessment.ts';
import {
  acneCase,
  createShownReport,
  fewSpots,
  psoriasisCase,
  shownScore,
} from '../../../test/fixtures/shown-report.ts';
import { bodySites } from '../../catalogue/body-sites.ts';
import { catalogue } from '../../catalogue/conditions.ts';
import portuguese from '../../catalogue/data/portuguese-words.json' with { type: 'json' };
import { scoringSystems } from '../../scoring/systems.ts';
import { createWording } from '../wording.ts';
import { facetLinkId } from './facet-order.ts';
import { toRawReport } from './raw-report.ts';

const sources = { systems: scoringSystems, bodySites, catalogue, wording: createWording({}) };
const photographSystems = scoringSystems.filter(({ input }) => input === 'photograph');
const photographForms = photographSystems.flatMap(({ forms }) => forms);

describe('acne in words', () => {
  it.each([
    [0, 0, 'None (0)', 'None (0)'],
    [11, 0.5, 'Moderate (11-25)', 'Mild (0.5)'],
    [51, 4, 'Very severe (51+)', 'Very severe (4)'],
  ])('%d lesions of density %d are %s and %s', (acne, acneDensity, many, dense) => {
    const items = { acne: measured(acne), acneDensity: measured(acneDensity) };
    const severity = shownScore(sampleScore({ ...fewSpots, items }), {
      condition: 'acne',
      bodySite: 'headFront',
    });
    const {
      scoringSystems: [score],
    } = toRawReport(createShownReport({ ...acneCase, severities: [severity] }), sources, 'en').result;
    expect(score?.facets.map(({ value }) => value.display)).toEqual([dense, many]);
  });
});

describe('the items of photographs', () => {
  const codes = [...new Set(photographForms.flatMap(({ items }) => Object.keys(items)))];

  it('have a number each, and a number of their own', () => {
    const numbers = codes.map(facetLinkId);
    expect(new Set(numbers).size).toBe(codes.length);
    expect(() => facetLinkId('shoeSize')).toThrow('shoeSize');
  });

  it('have Portuguese words for all that a report says of them', () => {
    const keys = photographForms.flatMap(({ items }) =>
      Object.values(items).flatMap((item) => {
        if (item.kind === 'group') throw new Error('a group');
        const answers = item.kind === 'choice' ? item.options.map(({ label }) => label) : [item.display];
        return [item.label, ...answers];
      }),
    );
    const bands = photographSystems.flatMap(({ code, bands: table }) => [
      `${code}.title`,
      ...(table?.bands ?? []).map(({ category }) => `band.${category}`),
    ]);
    expect([...keys, ...bands].filter((key) => !Object.hasOwn(portuguese, key))).toEqual([]);
  });
});

describe('a report in Portuguese', () => {
  const view = toRawReport(
    createShownReport({
      ...psoriasisCase,
      conclusions: [{ condition: 'scurvy', probability: 1, evidence: 'image' }],
    }),
    sources,
    'pt',
  );

  it('has names of its own, and marks those that it has not', () => {
    expect(view.bodySite).toMatchObject({ name: 'Peito e abdome', nameLocale: 'pt' });
    expect(view.result.conclusions[0]?.pathology).toMatchObject({ name: 'Scurvy', nameLocale: 'en' });
    expect(view.locale).toBe('pt');
  });

  it('says scores in Portuguese', () => {
    const [score] = view.result.scoringSystems;
    expect(score?.score.severity.interpretations.at(-1)?.text).toBe('Grave');
    expect(score?.facets.map(({ facet, value }) => `${facet.name}: ${value.display}`)).toEqual([
      'Descamação: Moderado (2)',
      'Eritema: Marcado (3)',
      'Induração: Moderado (2)',
      'Área afetada: 30 a 49 % (3)',
    ]);
  });
});
