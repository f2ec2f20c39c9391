// SPDX-License-Identifier: Apache-2.0
import { gate } from './gate.ts';
import { figureExperiments } from './trials/figure-experiments.ts';

gate(figureExperiments);
