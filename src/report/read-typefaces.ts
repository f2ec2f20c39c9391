// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';

/** The letters a report is printed with: TrueType bytes, embedded so that any reader shows the same. */
export interface Typefaces {
  readonly regular: Uint8Array;
  readonly semiBold: Uint8Array;
}

/** Noto Sans (OFL-1.1): Latin, Greek and Cyrillic in one file each, as installed beside the program. */
export async function readTypefaces(): Promise<Typefaces> {
  const [regular, semiBold] = await Promise.all([
    readFace('400Regular/NotoSans_400Regular.ttf'),
    readFace('600SemiBold/NotoSans_600SemiBold.ttf'),
  ]);
  return { regular, semiBold };
}

function readFace(path: string): Promise<Uint8Array> {
  return readFile(new URL(import.meta.resolve(`@expo-google-fonts/noto-sans/${path}`)));
}

/** Scripts that the typeface can show; marks, digits and punctuation belong to all of them. */
const strange =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Pictographs are common to all scripts, and the typeface has none. */
const pictograph = /\p{Extended_Pictographic}/u;

/** Whether a text can be printed with these letters. */
export function isPrintable(text: string): boolean {
  return !strange.test(text) && !pictograph.test(text.replaceAll(/[©®™\d#*]/g, ''));
}

/** On one line, without marks that steer or hide writing: they could make a report say something else. */
export function tidyText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
}
