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

type Given = Pick<
  AssessSeverityDependencies,
  'assessments' | 'findChange' | 'clock' | 'ids' | 'softwareVersion'
>;

/** Scores of answers, over the whole catalogue and every scoring system. */
export function buildAssessSeverity(given: Given): AssessSeverity {
  return createAssessSeverity({
    ...given,
    catalogue,
    systems: scoringSystems,
    readBodySite: createReadBodySite(bodySites),
    readKnownCondition: createReadKnownCondition(createResolveCondition(catalogue)),
  });
}
