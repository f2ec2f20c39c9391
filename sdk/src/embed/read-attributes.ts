// SPDX-License-Identifier: Apache-2.0
import type { FrameContent } from './frame-address.ts';
import { flagNames, textNames } from './frame-parameters.ts';
import type { FrameSizing } from './mount-frame.ts';

/** HTML knows no capital letters in attributes: each is read in small ones. */
export const frameAttributes: readonly string[] = [
  ...[...flagNames, ...textNames].map((name) => name.toLowerCase()),
  'server',
  'report-url',
  'sizing',
  'label',
];

export interface ReadAttributes {
  readonly server: string | undefined;
  /** Undefined as long as nobody says whose page, e.g. while the key is being fetched. */
  readonly content: FrameContent | undefined;
  readonly sizing: FrameSizing;
  readonly label: string | undefined;
}

/** What the attributes of an `<openderm-frame>` ask for. */
export function readAttributes(element: Pick<Element, 'getAttribute'>): ReadAttributes {
  const read = (name: string) => element.getAttribute(name) || undefined;
  return {
    server: read('server'),
    content: readContent(element),
    sizing: read('sizing') === 'fill' ? 'fill' : 'content',
    label: read('label'),
  };
}

function readContent(element: Pick<Element, 'getAttribute'>): FrameContent | undefined {
  const reportUrl = element.getAttribute('report-url');
  if (reportUrl) return { reportUrl };
  const flags = flagNames.flatMap((name) => toEntry(name, toFlag(element.getAttribute(name))));
  const texts = textNames.flatMap((name) => toEntry(name, element.getAttribute(name) || null));
  const { company, ...given } = Object.fromEntries<unknown>([...texts, ...flags]);
  // Values are the page's to judge: it ignores what it does not know, and says so in the console.
  return typeof company === 'string' ? { parameters: { company, ...given } } : undefined;
}

function toEntry<Value>(name: string, value: Value | null): readonly [string, Value][] {
  return value === null ? [] : [[name, value]];
}

/** As HTML writes flags, an attribute without a value says yes. */
function toFlag(text: string | null): string | null {
  if (text === '' || text === 'true') return '1';
  return text === 'false' ? '0' : text;
}
