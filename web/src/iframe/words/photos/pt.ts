// SPDX-License-Identifier: Apache-2.0
import type { Translated } from '../translated.ts';
import { photosEn } from './en.ts';

export const photosPt: Translated<typeof photosEn> = photosEn;
