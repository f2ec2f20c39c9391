// SPDX-License-Identifier: Apache-2.0
import type { Intensity } from '../scoring/scoring-system.ts';

/** How much it matters, in the numbers of the wire. */
interface SeverityLevel {
  /** 0 none, 1 low, 2 moderate, 3 high. */
  readonly intensity: 0 | 1 | 2 | 3;
  /** 1 none or mild, 2 moderate, 3 severe. */
  readonly severity: 1 | 2 | 3;
  readonly display: 'low' | 'moderate' | 'high';
}

/** The reference prints one scale from 0 and one from 1: None is Low on the second. */
export const severityLevels: Readonly<Record<Intensity, SeverityLevel>> = {
  None: { intensity: 0, severity: 1, display: 'low' },
  Low: { intensity: 1, severity: 1, display: 'low' },
  Moderate: { intensity: 2, severity: 2, display: 'moderate' },
  High: { intensity: 3, severity: 3, display: 'high' },
};
