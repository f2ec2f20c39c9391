// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import { bodyEn } from './en.ts';

export const bodyEs: Translated<typeof bodyEn> = bodyEn;
