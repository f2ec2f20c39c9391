// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';

/** Whether the photographs hardly speak for the numbers, so that a low one means nothing. */
export function isDoubtful({ result: { warnings } }: RawReport): boolean {
  return warnings.includes('noValidImage') || warnings.includes('outsideKnownConditions');
}
