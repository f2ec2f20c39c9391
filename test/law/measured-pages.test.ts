// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { belongsTo, eyesPage } from '../../scripts/eyes-page.ts';
import { measurements } from '../../scripts/measurements.ts';
import { performancePage } from '../../scripts/model-performance-page.ts';
import { readPhantomRows } from '../../scripts/phantom-rows.ts';
import { readMetrics } from '../../scripts/read-metrics.ts';
import { ofCondition, withRobustness } from '../../scripts/write-measured-pages.ts';
import { eyeCards } from '../../src/vision/eyes/eye-cards.ts';
import { lookedForKinds } from '../../src/vision/eyes/eyes.ts';
import { projectRoot, readProjectFile } from './house/list-project-files.ts';

const phantoms = readProjectFile('docs/reference/phantoms.md');
const rows = readPhantomRows(phantoms);
const metrics = readMetrics(projectRoot);

/** Name, version and the beginning of the weights' SHA-256, as documents write it. */
function identityOf(model: string): string {
  const { name, version, file, sha256 } = JSON.parse(readProjectFile(`models/${model}/model.json`));
  return `${name} ${version} (${String(sha256[file]).slice(0, 8)})`;
}

describe('cards of the eyes', () => {
  it('are there for every eye, with what it reached on rendered skin and where it fails', () => {
    expect(Object.keys(eyeCards).toSorted()).toEqual([...lookedForKinds].toSorted());
    for (const [name, card] of Object.entries(eyeCards)) {
      expect(rows.filter((row) => belongsTo(card, row)).length, name).toBeGreaterThan(0);
      expect(card.failures.length, name).toBeGreaterThan(0);
      expect(card.learnedBy !== null, name).toBe(card.kind !== 'measured');
    }
  });

  it('leave out nothing that was measured on rendered skin', () => {
    const homeless = rows.filter((row) => !Object.values(eyeCards).some((card) => belongsTo(card, row)));
    expect(homeless).toEqual([]);
  });

  it('are the page there is', () => {
    expect(readProjectFile('docs/reference/eyes.md'), 'run `npm run reference`').toBe(eyesPage(phantoms));
  });
});

describe('figures of the models', () => {
  it('are kept for every measurement, on held-out pictures, with a day', () => {
    const kept = metrics.map(({ model, name }) => `${model}/${name}`).toSorted();
    expect(kept).toEqual(measurements.map(({ model, name }) => `${model}/${name}`).toSorted());
    for (const { subject, measuredOn } of metrics) {
      expect(subject).toMatchObject({ labels: expect.not.stringContaining('/'), split: 'test' });
      expect(measuredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('are the page there is', () => {
    const page = performancePage(metrics, phantoms);
    expect(readProjectFile('docs/reference/model-performance.md'), 'run `npm run reference`').toBe(page);
  });

  it('stand in the card of the condition model', () => {
    const card = readProjectFile('models/condition-default/card.md');
    expect(card, 'run `npm run reference`').toBe(withRobustness(card, ofCondition(metrics)));
  });

  it('that are written by hand are of the weights there are', () => {
    const page = readProjectFile('docs/reference/accuracy.md').replaceAll('\n', ' ');
    const models = ['condition-default', 'condition-free', 'validity-default', 'validity-free'];
    const named = page.match(/[a-z]+-[a-z]+ \d+\.\d+\.\d+ \([0-9a-f]{8}\)/g);
    expect(named, 'measure the tables of accuracy.md anew').toEqual(models.map(identityOf));
  });
});
