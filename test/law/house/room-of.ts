// SPDX-License-Identifier: Apache-2.0
import { posix } from 'node:path';
import { roomRules } from './room-rules.ts';

/** The room a project file belongs to, or undefined outside the house's rooms (tests, scripts, examples). */
export function roomOf(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/');
  if (first !== 'src' && second !== 'src') return undefined;
  const name = first === 'src' ? second.replace(/\.ts$/, '') : first;
  return Object.hasOwn(roomRules, name) ? name : undefined;
}

/** What an import of `fromPath` reaches: a room of the house, another project file, Node itself, or an npm package. */
export type ImportTarget =
  | { readonly kind: 'room'; readonly room: string; readonly path: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

export function resolveImport(fromPath: string, specifier: string): ImportTarget {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  const workspace = /^@openderm\/([a-z]+)/.exec(specifier)?.[1];
  if (workspace) return { kind: 'room', room: workspace, path: workspace };
  if (!specifier.startsWith('.')) return { kind: 'package', name: specifier };
  const path = posix.join(posix.dirname(fromPath), specifier);
  const room = roomOf(path);
  return room ? { kind: 'room', room, path } : { kind: 'file', path };
}
