// SPDX-License-Identifier: Apache-2.0
import { bodyEs } from './body/es.ts';
import type { IframeWords } from './iframe-text.ts';
import { photosEs } from './photos/es.ts';
import { resultEs } from './result/es.ts';
import { shellEs } from './shell/es.ts';

export const es: IframeWords = { ...shellEs, body: bodyEs, photos: photosEs, result: resultEs };
