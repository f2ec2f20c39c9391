// SPDX-License-Identifier: Apache-2.0
import { gate } from './gate.ts';
import { presenceExperiments } from './trials/figure-experiments.ts';

gate(presenceExperiments);
