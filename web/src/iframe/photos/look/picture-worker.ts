// SPDX-License-Identifier: Apache-2.0
import { lookAtPicture } from './look-at-picture.ts';
import type { PictureAnswer, PictureQuestion } from './picture-messages.ts';
import { prepareFile } from './prepare-file.ts';

// Decoding and measuring a photograph takes a phone a while: here it does not hold up the page.
addEventListener('message', ({ data }: MessageEvent<PictureQuestion>) => {
  answer(data).then((said) => postMessage(said));
});

async function answer(question: PictureQuestion): Promise<PictureAnswer> {
  const { id } = question;
  if (question.kind === 'look') return { id, kind: 'look', answer: look(question) };
  const { file, rules, bitmap } = question;
  const prepared = await prepareFile(file, rules, bitmap).catch(() => null);
  return { id, kind: 'prepare', answer: prepared };
}

function look({ bitmap, acceptableFrom }: Extract<PictureQuestion, { kind: 'look' }>) {
  try {
    return lookAtPicture(bitmap, new Uint8Array(), acceptableFrom);
  } catch {
    return null;
  } finally {
    bitmap.close();
  }
}
