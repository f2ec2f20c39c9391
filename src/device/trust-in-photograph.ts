// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from '../record/image-analysis.ts';

/** What is seen on something that is hardly skin is hardly worth anything: a share from 0 to 1 of its confidence. */
export function trustInPhotograph({ domain }: MediaValidity): number {
  return domain.isDermatological ? 1 : domain.skinProbability;
}
