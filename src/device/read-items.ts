// SPDX-License-Identifier: Apache-2.0
import type { MediaValidity } from '../record/image-analysis.ts';
import type { ReadItem } from '../record/photograph-assessment.ts';
import type { AnswerTree } from '../record/severity-assessment.ts';
import type { EyeReading } from '../record/severity-reading.ts';
import type { Leaf } from '../scoring/items.ts';
import type { Form } from '../scoring/scoring-system.ts';
import { measureSurface } from './measure-surface.ts';
import { fitTo, type SeenItem, type SeenScore } from './seen-items.ts';
import { trustInPhotograph } from './trust-in-photograph.ts';

/** What one photograph shows. */
export interface Shown {
  /** Nothing where the device has no eye for it. */
  readonly eye: EyeReading | undefined;
  readonly validity: MediaValidity;
}

/** The items of a form, and those that could not be read. */
export interface ReadItems {
  readonly items: Readonly<Record<string, ReadItem>>;
  readonly unread: readonly string[];
}

/**
 * Every item of a form, answered or read off the photograph. Where nobody answered how much of the skin is affected, that
 * is measured. On an unusable photograph what could not be read counts as absent, with no confidence at all.
 */
export function readItems(
  { form, seen }: { readonly form: Form; readonly seen: SeenScore },
  answers: AnswerTree,
  shown: Shown,
): ReadItems {
  const read = Object.entries(form.items).flatMap(([code, item]): Entry[] => {
    if (item.kind === 'group') return [];
    const answer = answers[code];
    if (typeof answer === 'number') return [[code, toAnswer(answer)]];
    if (item.by === 'asked' && code !== 'surface') return [];
    return [[code, readItem(item, seen.items[code] ?? measureSurface, shown)]];
  });
  return {
    items: Object.fromEntries(read.flatMap(([code, item]) => (item === undefined ? [] : [[code, item]]))),
    unread: read.filter(([, item]) => item === undefined).map(([code]) => code),
  };
}

type Entry = readonly [code: string, item: ReadItem | undefined];

function toAnswer(value: number): ReadItem {
  return { value, source: 'answer', method: null, confidence: null, figures: {} };
}

function readItem(
  item: Leaf,
  see: SeenScore['items'][string],
  { eye, validity }: Shown,
): ReadItem | undefined {
  const found = (eye && see(eye, item)) ?? (validity.isValid ? undefined : nothingSeen(item));
  if (found === undefined) return undefined;
  const { value, reading, figures } = found;
  const confidence = reading.confidence * trustInPhotograph(validity);
  return { value, source: 'photograph', method: reading.method, confidence, figures };
}

function nothingSeen(item: Leaf): SeenItem {
  return { value: fitTo(item, 0), reading: { value: 0, confidence: 0, method: 'measured' }, figures: {} };
}
