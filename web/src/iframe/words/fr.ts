// SPDX-License-Identifier: Apache-2.0
import { bodyFr } from './body/fr.ts';
import type { IframeWords } from './iframe-text.ts';
import { photosFr } from './photos/fr.ts';
import { resultFr } from './result/fr.ts';
import { shellFr } from './shell/fr.ts';

export const fr: IframeWords = { ...shellFr, body: bodyFr, photos: photosFr, result: resultFr };
