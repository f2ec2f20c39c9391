// SPDX-License-Identifier: Apache-2.0
import type { Coding } from '@medplum/fhirtypes';
import type { Option } from '../../scoring/items.ts';
import { standardExtensions } from './foreign-systems.ts';
import { toAnswerCode } from './score-concepts.ts';
import type { Terminology } from './terminology.ts';

/** An answer in words, with the number it counts. */
export function toAnswerCoding({ label, value }: Option, terminology: Terminology): Coding {
  return {
    extension: [{ url: standardExtensions.ordinal, valueDecimal: value }],
    ...terminology.coding('score-answer', toAnswerCode(label, value)),
  };
}
