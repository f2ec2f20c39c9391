// SPDX-License-Identifier: Apache-2.0
import type { ModelIdentity, ModelTask } from '../record/model-identity.ts';

const answering: readonly ModelTask[] = ['condition-classification', 'media-validity'];

/** Those of a model set that take part in a diagnosis; the others look for lesions. */
export function modelsOfDiagnosis(models: readonly ModelIdentity[]): readonly ModelIdentity[] {
  return models.filter(({ task }) => answering.includes(task));
}
