// SPDX-License-Identifier: Apache-2.0
import { gate } from './gate.ts';
import { signExperiments } from './trials/sign-experiments.ts';

gate(signExperiments);
