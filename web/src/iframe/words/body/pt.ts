// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import { bodyEn } from './en.ts';

export const bodyPt: Translated<typeof bodyEn> = bodyEn;
