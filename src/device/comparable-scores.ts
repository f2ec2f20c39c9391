// SPDX-License-Identifier: Apache-2.0
import type { SeriesPoint } from '../record/severity-assessment.ts';
import type { Form } from '../scoring/scoring-system.ts';

/** Scores that may be compared: of one form, and where it is scored by site, of one site. */
export interface Comparable {
  readonly form: Pick<Form, 'identifier' | 'mode'>;
  readonly bodySite: string;
}

/** Whether a kept score may be compared: the arm's score says nothing about the leg's. */
export function isComparable(point: SeriesPoint, { form, bodySite }: Comparable): boolean {
  return point.form === form.identifier && (form.mode === 'global' || point.bodySite === bodySite);
}
