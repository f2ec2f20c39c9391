// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type TinyModel,
  tinyConditionLabels,
  tinyGraph,
  tinyManifestJson,
  tinyValidityLabels,
  writeTinyModel,
} from '../../test/fixtures/tiny-models.ts';
import { writeTinyNet } from '../../test/fixtures/tiny-nets.ts';
import { checkModel } from './check-model.ts';
import { formatProblem } from './model-problem.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openderm-models-'));
});

afterEach(() => rm(folder, { recursive: true }));

const condition: TinyModel = {
  name: 'tiny',
  task: 'condition-classification',
  labels: tinyConditionLabels,
};

/** The problems of a model whose parsed `model.json` went through `change`. */
async function problemsAfter(change: (manifest: Record<string, object>) => void): Promise<string[]> {
  const dir = await writeTinyModel(folder, condition);
  const path = join(dir, 'model.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
  return (await checkModel(dir)).map(formatProblem);
}

const problemsOf = async (dir: string): Promise<string[]> => (await checkModel(dir)).map(formatProblem);

describe('checkModel', () => {
  it('finds nothing wrong with a good model', async () => {
    expect(await problemsOf(await writeTinyModel(folder, condition))).toEqual([]);
  });

  it('says so when there is no model', async () => {
    expect(await problemsOf(join(folder, 'nowhere'))).toEqual(['model.json: does not exist']);
  });

  it('names every wrong key of model.json at once', async () => {
    const problems = await problemsAfter((manifest) => {
      Object.assign(manifest['input'] ?? {}, { widthPx: 'wide', layout: 'NHWC', std: [0.2, 0.2, 0.2] });
      delete manifest['version'];
      Object.assign(manifest['calibration'] ?? {}, { temperature: 0 });
    });
    expect(problems).toEqual([
      'model.json: version: is missing',
      'model.json: input.layout: must be "NCHW"',
      'model.json: input.widthPx: must be integer',
      'model.json: input.std.0: must be >= 1',
      'model.json: input.std.1: must be >= 1',
      'model.json: input.std.2: must be >= 1',
      'model.json: calibration.temperature: must be > 0',
    ]);
  });

  it.each(['../model.onnx', '/etc/passwd', 'a/b.onnx', '.hidden'])(
    'refuses the file name %s',
    async (name) => {
      const [problem] = await problemsAfter((manifest) => {
        Object.assign(manifest, { file: name });
      });
      expect(problem).toMatch(/^model.json: file: must match pattern/);
    },
  );

  it('refuses file names that leave the folder by way of the checksums', async () => {
    const problems = await problemsAfter((manifest) => {
      Object.assign(manifest['sha256'] ?? {}, { '../../secret': 'a'.repeat(64) });
    });
    expect(problems).toEqual(['model.json: sha256.../../secret: is not a plain file name']);
  });

  it('refuses a symbolic link in place of a file', async () => {
    const dir = await writeTinyModel(folder, condition);
    await rm(join(dir, 'card.md'));
    await symlink('/etc/hostname', join(dir, 'card.md'));
    expect(await problemsOf(dir)).toEqual(['card.md: is a symbolic link; copy the file itself']);
  });

  it('notices a changed byte in any file', async () => {
    const dir = await writeTinyModel(folder, condition);
    await writeFile(join(dir, 'card.md'), 'other words');
    await writeFile(join(dir, 'model.onnx'), 'other weights');
    const problems = await problemsOf(dir);
    expect(problems).toHaveLength(2);
    expect(problems.join('\n')).toMatch(/model.onnx: has SHA-256 .*\n.*card.md: has SHA-256|card.md/);
  });

  it('wants a checksum for each file it uses', async () => {
    const problems = await problemsAfter((manifest) => {
      Reflect.deleteProperty(manifest['sha256'] ?? {}, 'model.onnx');
    });
    expect(problems).toEqual(['model.json: sha256.model.onnx: is missing']);
  });

  it('refuses weights kept outside of the graph', async () => {
    const graph = tinyGraph(tinyConditionLabels);
    const [weight, ...others] = graph.constants;
    if (!weight) throw new Error('the tiny graph has a weight');
    const outside = { ...weight, externalFile: '/etc/passwd' };
    const dir = await writeTinyModel(folder, {
      ...condition,
      graph: { ...graph, constants: [outside, ...others] },
    });
    expect(await problemsOf(dir)).toEqual([
      'model.onnx: keeps weights in another file; save them inside the graph',
    ]);
  });

  it('says which outputs the graph has when a name is wrong', async () => {
    const problems = await problemsAfter((manifest) => {
      Object.assign(manifest, { outputs: { logits: 'scores', maps: 'cams' } });
    });
    expect(problems).toEqual([
      'model.json: outputs.logits: the graph has no "scores"; it has "logits", "maps"',
      'model.json: outputs.maps: the graph has no "cams"; it has "logits", "maps"',
    ]);
  });

  it('compares the input size with the graph', async () => {
    const problems = await problemsAfter((manifest) => {
      Object.assign(manifest['input'] ?? {}, { widthPx: 48 });
    });
    expect(problems).toEqual([
      'model.json: input.name: "input" has shape [1, 3, 32, 32], expected [1, 3, 32, 48]',
    ]);
  });

  it('compares the number of labels with the number of logits', async () => {
    const labels = tinyConditionLabels.slice(0, 5);
    const dir = await writeTinyModel(folder, { ...condition, labels, graph: tinyGraph(tinyConditionLabels) });
    expect(await problemsOf(dir)).toEqual([
      'model.json: outputs.logits: "logits" has shape [1, 7], expected [1, 5]',
      'model.json: outputs.maps: "maps" has shape [1, 7, 4, 4], expected [1, 5, ?, ?]',
    ]);
  });

  it('wants shares that add up and labels that differ', async () => {
    const [first, ...others] = tinyConditionLabels;
    if (!first) throw new Error('there is a first label');
    const half = { ...first, conditions: [{ condition: 'melanoma', share: 0.5 }] };
    const again = { ...first, label: 'naevus' };
    const dir = await writeTinyModel(folder, { ...condition, labels: [half, again, ...others] });
    expect(await problemsOf(dir)).toEqual([
      'labels.json: labels: "naevus" appears more than once',
      'labels.json: labels.0.conditions: the shares of "melanoma" add up to 0.5000, not 1',
    ]);
  });

  it('wants operating points of labels that exist', async () => {
    const problems = await problemsAfter((manifest) => {
      Object.assign(manifest['operatingPoints'] ?? {}, {
        wart: { sensitivity: 1, specificity: 1, threshold: null, n: 1 },
      });
    });
    expect(problems).toEqual(['model.json: operatingPoints.wart: is no label of labels.json']);
  });

  it('wants a validity model to know what is not skin', async () => {
    const labels = tinyValidityLabels.slice(1);
    const dir = await writeTinyModel(folder, {
      name: 'judge',
      task: 'media-validity',
      labels,
      withMaps: false,
    });
    expect(await problemsOf(dir)).toEqual([
      'labels.json: labels: a media-validity model needs the label "notSkin"',
    ]);
  });

  it('says in words that a file is no net', async () => {
    const dir = await writeTinyModel(folder, condition);
    const files = {
      'model.onnx': 'no net',
      'labels.json': await readFile(join(dir, 'labels.json'), 'utf8'),
      'card.md': await readFile(join(dir, 'card.md'), 'utf8'),
    };
    await writeFile(join(dir, 'model.onnx'), files['model.onnx']);
    await writeFile(join(dir, 'model.json'), JSON.stringify(tinyManifestJson(condition, files)));
    const [problem, ...others] = await problemsOf(dir);
    expect(problem).toMatch(/^model.onnx: cannot be loaded: /);
    expect(others).toEqual([]);
  });
});

describe('checkModel of nets that look for things', () => {
  const outlines = { name: 'outlines', task: 'lesion-segmentation' } as const;
  const spots = { name: 'spots', task: 'acne-detection' } as const;

  it.each([outlines, spots])('finds nothing wrong with good $name', async (net) => {
    expect(await problemsOf(await writeTinyNet(folder, net))).toEqual([]);
  });

  it('wants a threshold for each channel and none besides', async () => {
    const dir = await writeTinyNet(folder, {
      ...outlines,
      manifest: { thresholds: { lesion: 0.5, mole: 0.5 } },
    });
    expect(await problemsOf(dir)).toEqual([
      'model.json: thresholds.wound: is missing',
      'model.json: thresholds.mole: is no label of labels.json',
    ]);
  });

  it('compares the channels with the labels', async () => {
    const manifest = { thresholds: { wound: 0.5 } };
    const dir = await writeTinyNet(folder, { ...outlines, labels: ['wound'], manifest });
    expect(await problemsOf(dir)).toEqual([
      'model.json: outputs.logits: "logits" has shape [1, 2, 8, 8], expected [1, 1, ?, ?]',
    ]);
  });

  it('wants the four grades of acne and every output', async () => {
    const three = await writeTinyNet(folder, { ...spots, labels: ['mild', 'moderate', 'severe'] });
    expect(await problemsOf(three)).toEqual([
      'labels.json: labels: an acne-detection model needs 4 grades, this one has 3',
    ]);
    const outputs = { heat: 'size', size: 'size', density: 'density', grade: 'level' };
    expect(await problemsOf(await writeTinyNet(folder, { ...spots, manifest: { outputs } }))).toEqual([
      'model.json: outputs.heat: "size" has shape [1, 2, 8, 8], expected [1, 1, ?, ?]',
      'model.json: outputs.grade: the graph has no "level"; it has "heat", "size", "density", "grade"',
    ]);
  });

  it('names the tasks there are', async () => {
    const dir = await writeTinyNet(folder, { ...outlines, manifest: { task: 'palm-reading' } });
    expect(await problemsOf(dir)).toEqual([
      'model.json: task: must be "condition-classification" or "media-validity" or "lesion-segmentation" or "acne-detection"',
    ]);
  });
});
