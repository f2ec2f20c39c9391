// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import { shellEn } from './en.ts';

export const shellFr: Translated<typeof shellEn> = shellEn;
