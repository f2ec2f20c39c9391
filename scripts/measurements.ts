// SPDX-License-Identifier: Apache-2.0

/** One run of `openderm eval` whose figures are kept beside a model. */
export interface Measurement {
  /** The figures lie in `models/MODEL/metrics-NAME.json`. */
  readonly name: string;
  readonly model: string;
  /** Folder of pictures, as in training/label-map.json. */
  readonly set: string;
  /** Which held-out part: the classifiers' or that of the nets that outline and find. */
  readonly part: 'classifiers' | 'maps';
  /** Further words of `openderm eval`. */
  readonly words: readonly string[];
}

const condition = (name: string, set: string, words: readonly string[] = []): Measurement => ({
  name,
  model: 'condition-default',
  set,
  part: 'classifiers',
  words,
});

const robustness = ['--task', 'robustness'];
const acne = ['--of', 'acne', '--by', 'base_image'];

/** Everything that docs/reference/model-performance.md shows of the models. */
export const measurements: readonly Measurement[] = [
  condition('dermoscopy', 'ham10000_224', ['--modality', 'dermoscopic']),
  condition('smartphone', 'pad_ufes_20_subset', ['--modality', 'clinical']),
  condition('mix', 'isic_mix10'),
  condition('faces', 'acne04', ['--modality', 'clinical']),
  condition('feet', 'foot_ulcer_seg', ['--modality', 'clinical']),
  condition('wounds', 'azh_wound_test', ['--modality', 'clinical']),
  condition('objects', 'not_skin_imagenet1000'),
  condition('robustness-dermoscopy', 'ham10000_224', robustness),
  condition('robustness-smartphone', 'pad_ufes_20_subset', [...robustness, '--by', 'patient_id']),
  {
    name: 'lesion',
    model: 'segmentation-default',
    set: 'pad_ufes_20_subset',
    part: 'maps',
    words: ['--task', 'segmentation', '--of', 'lesion', '--by', 'patient_id'],
  },
  {
    name: 'wound',
    model: 'segmentation-default',
    set: 'foot_ulcer_seg',
    part: 'maps',
    words: ['--task', 'segmentation', '--of', 'wound'],
  },
  {
    name: 'count',
    model: 'acne-default',
    set: 'acne04',
    part: 'maps',
    words: ['--task', 'counting', '--truth', 'lesion_count', ...acne],
  },
  {
    name: 'grade',
    model: 'acne-default',
    set: 'acne04',
    part: 'maps',
    words: ['--task', 'grading', '--truth', 'label', ...acne],
  },
];
