// SPDX-License-Identifier: Apache-2.0
import { bodyPt } from './body/pt.ts';
import type { IframeWords } from './iframe-text.ts';
import { photosPt } from './photos/pt.ts';
import { resultPt } from './result/pt.ts';
import { shellPt } from './shell/pt.ts';

export const pt: IframeWords = { ...shellPt, body: bodyPt, photos: photosPt, result: resultPt };
