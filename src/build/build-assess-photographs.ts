// SPDX-License-Identifier: Apache-2.0
import { type AssessBody, createAssessBody } from '../device/assess-body.ts';
import {
  type AssessPhotograph,
  type AssessPhotographDependencies,
  createAssessPhotograph,
} from '../device/assess-photograph.ts';
import { type AssessmentParts, buildRequestReaders } from './build-assess-severity.ts';

type PhotographParts = AssessmentParts & Pick<AssessPhotographDependencies, 'reader' | 'photographs'>;

/** Scores of photographs, of one site and of several. */
export function buildAssessPhotographs(parts: PhotographParts): {
  readonly assessPhotograph: AssessPhotograph;
  readonly assessBody: AssessBody;
} {
  const dependencies = { ...parts, ...buildRequestReaders() };
  return {
    assessPhotograph: createAssessPhotograph(dependencies),
    assessBody: createAssessBody(dependencies),
  };
}
