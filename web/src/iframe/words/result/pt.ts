// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import { resultEn } from './en.ts';

export const resultPt: Translated<typeof resultEn> = resultEn;
