// SPDX-License-Identifier: Apache-2.0
import { bodyDe } from './body/de.ts';
import type { IframeWords } from './iframe-text.ts';
import { photosDe } from './photos/de.ts';
import { resultDe } from './result/de.ts';
import { shellDe } from './shell/de.ts';

export const de: IframeWords = { ...shellDe, body: bodyDe, photos: photosDe, result: resultDe };
