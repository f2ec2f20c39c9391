// SPDX-License-Identifier: Apache-2.0

/** One setting that cannot be taken as it is. */
export interface SettingProblem {
  /** The setting and, in lists, the number of the entry from 0. */
  readonly place: readonly (string | number)[];
  /** What is wrong, in a sentence. */
  readonly message: string;
}

/** A wish that cannot be granted; the message says why, in a sentence or one for each setting. */
export class CompanyProblem extends Error {
  readonly kind: 'badName' | 'badLocale' | 'badThreshold' | 'badLifetime' | 'badSettings' | 'unknown';
  /** Of `badSettings`. */
  readonly problems: readonly SettingProblem[];

  constructor(kind: CompanyProblem['kind'], message: string, problems: readonly SettingProblem[] = []) {
    super(message);
    this.name = 'CompanyProblem';
    this.kind = kind;
    this.problems = problems;
  }
}
