// SPDX-License-Identifier: Apache-2.0

/*
 * Names of the code systems that existing readers of reports compare: kept exactly, in this view only.
 */

/** @source the reference's printed report of psoriasis */
export const bodySiteSystem = 'https://legit.health/integration/json-only/codes/body-sites';

/** @source the reference's printed report of psoriasis */
export const conditionSystem = 'https://legit.health/integration/json-only/codes/conditions';

/** @source the reference's printed report of psoriasis */
export const icd11System = 'ICD-11';

/** @source the reference's printed report of psoriasis */
export const unitSystem = 'http://unitsofmeasure.org';
