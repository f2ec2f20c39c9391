// SPDX-License-Identifier: Apache-2.0
import { bodySites } from '../catalogue/body-sites.ts';
import { catalogue } from '../catalogue/conditions.ts';
import { createResolveCondition } from '../catalogue/resolve-condition.ts';
import {
  type AssessSeverity,
  type AssessSeverityDependencies,
  createAssessSeverity,
} from '../device/assess-severity.ts';
import { createReadBodySite } from '../device/read-body-site.ts';
import { createReadKnownCondition } from '../device/read-known-condition.ts';
import { scoringSystems } from '../scoring/systems.ts';

/** What is kept, and with what. */
export type AssessmentParts = Pick<
  AssessSeverityDependencies,
  'assessments' | 'findChange' | 'clock' | 'ids' | 'softwareVersion'
>;

/** What requests are read with: the whole catalogue and every scoring system. */
export function buildRequestReaders() {
  return {
    catalogue,
    systems: scoringSystems,
    readBodySite: createReadBodySite(bodySites),
    readKnownCondition: createReadKnownCondition(createResolveCondition(catalogue)),
  };
}

/** Scores of answers that a person gave. */
export function buildAssessSeverity(parts: AssessmentParts): AssessSeverity {
  return createAssessSeverity({ ...parts, ...buildRequestReaders() });
}
