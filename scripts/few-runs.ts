// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';

/** Thousands of mutants meet each property; the full number of runs is for the suite. */
fc.configureGlobal({ numRuns: 10, seed: 1 });
