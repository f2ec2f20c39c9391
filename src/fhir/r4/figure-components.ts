// SPDX-License-Identifier: Apache-2.0
import type { CodeableConcept, ObservationComponent, Quantity } from '@medplum/fhirtypes';
import { toReportPercent } from '../report/to-report-figure.ts';
import { absent, unitSystem } from './foreign-systems.ts';
import { type R4Context, toOwnConcept } from './r4-context.ts';

/** Units of figures, in UCUM. */
const units = {
  '%': { unit: '%', code: '%' },
  s: { unit: 's', code: 's' },
  score: { unit: 'score', code: '{score}' },
} as const;

export function toQuantity(value: number, unit: keyof typeof units): Quantity {
  return { value, ...units[unit], system: unitSystem };
}

/** A probability 0-1, in percent; why there is none where there is none. */
export function toPercentComponent(
  [code, probability]: readonly [string, number | null],
  why: keyof typeof absent,
  context: R4Context,
): ObservationComponent {
  if (probability !== null)
    return toComponent(code, { valueQuantity: toQuantity(toReportPercent(probability), '%') }, context);
  return toComponent(code, { dataAbsentReason: { coding: [absent[why]] } }, context);
}

type ComponentValue =
  | { readonly valueQuantity: Quantity }
  | { readonly valueBoolean: boolean }
  | { readonly valueString: string }
  | { readonly valueCodeableConcept: CodeableConcept }
  | { readonly dataAbsentReason: CodeableConcept };

export function toComponent(code: string, value: ComponentValue, context: R4Context): ObservationComponent {
  return { code: toOwnConcept(['figure', code], undefined, context), ...value };
}
