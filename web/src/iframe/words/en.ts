// SPDX-License-Identifier: Apache-2.0
import { bodyEn } from './body/en.ts';
import { photosEn } from './photos/en.ts';
import { resultEn } from './result/en.ts';
import { shellEn } from './shell/en.ts';

/** Every word of the embeddable page, in English; the other languages have the same keys. `_patient`: for lay people. */
export const en = { ...shellEn, body: bodyEn, photos: photosEn, result: resultEn } as const;
