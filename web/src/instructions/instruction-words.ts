// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../language/language.ts';
import { en } from './words/en.ts';

/** The same keys in every language. */
export type InstructionWords = Translated<typeof en>;
type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

/** Parts of the page, in the order in which they are printed. */
export type PartId = keyof InstructionWords['parts'];
export const partIds = Object.keys(en.parts) as readonly PartId[];

/** Loads the words of a language; English is bundled, others arrive when asked for. */
export async function createInstructionWords(language: Language): Promise<InstructionWords> {
  return language === 'es' ? (await import('./words/es.ts')).es : en;
}

/** One thing to know: what it is called, and the text. */
export interface InstructionEntry {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The entries of a part, in order. */
export function listEntries(words: InstructionWords, part: PartId): readonly InstructionEntry[] {
  const entries: Readonly<Record<string, Omit<InstructionEntry, 'id'>>> = words.parts[part].entries;
  return Object.entries(entries).map(([id, { name, text }]) => ({ id, name, text }));
}

/** Figures of this very device; one that it has not said yet is shown as an ellipsis. */
export function fillIn(text: string, figures: Readonly<Record<string, number | undefined>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(figures[name] ?? '…'));
}

const missing = (): never => {
  throw new Error('useInstructionWords needs an InstructionContext around it');
};

export const InstructionContext = createContext<InstructionWords | undefined>(undefined);

export function useInstructionWords(): InstructionWords {
  return useContext(InstructionContext) ?? missing();
}
