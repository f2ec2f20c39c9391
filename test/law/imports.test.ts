// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readSources, type Source, type SourceImport } from './house/read-source.ts';
import { type ImportTarget, resolveImport, roomOf } from './house/room-of.ts';
import { type RoomRule, roomRules } from './house/room-rules.ts';

const sources = readSources();

describe('who may import whom', () => {
  it('gives every file of the server a room', () => {
    const homeless = sources
      .filter(({ path, isTest }) => path.startsWith('src/') && !isTest && roomOf(path) === undefined)
      .map(
        ({ path }) =>
          `${path}: move it into a room, or give its folder a rule in test/law/house/room-rules.ts`,
      );
    expect(homeless).toEqual([]);
  });

  it.each(Object.entries(roomRules))('%s reaches only for what its rule allows', (room, rule) => {
    const members = sources.filter(({ path, isTest }) => !isTest && roomOf(path) === room);
    expect(members.flatMap((source) => breaches(source, room, rule))).toEqual([]);
  });

  it('sees a breach when there is one', () => {
    const rule: RoomRule = { uses: [], names: ['store'], packages: [], node: [], advice: 'Ask the device.' };
    const allows = (specifier: string, isTypeOnly: boolean) =>
      isAllowed(
        resolveImport('src/http/login.ts', specifier),
        { specifier, isTypeOnly, line: 1 },
        { room: 'http', rule },
      );
    expect(allows('../store/store.ts', true)).toBe(true);
    expect(allows('../store/store.ts', false)).toBe(false);
    expect(allows('../vision/decode-image.ts', false)).toBe(false);
    expect(allows('sharp', false)).toBe(false);
    expect(allows('node:fs', false)).toBe(false);
    expect(allows('./routes.ts', false)).toBe(true);
  });
});

function breaches(source: Source, room: string, rule: RoomRule): readonly string[] {
  return source.imports
    .filter((found) => !isAllowed(resolveImport(source.path, found.specifier), found, { room, rule }))
    .map((found) => `${source.path}:${found.line} imports ${found.specifier}. ${rule.advice}`);
}

function isAllowed(
  target: ImportTarget,
  found: SourceImport,
  { room, rule }: { readonly room: string; readonly rule: RoomRule },
): boolean {
  switch (target.kind) {
    case 'node':
      return rule.node === 'any' || rule.node.includes(target.name);
    case 'package':
      return found.isTypeOnly || rule.packages.some((allowed) => covers(allowed, target.name));
    case 'file':
      return !target.path.startsWith('src/') && /\.(json|css|svg)$|package\.json$/.test(target.path);
    case 'room':
      return reaches(target.room, found.isTypeOnly, { room, rule });
  }
}

/** errors.ts may be imported anywhere in src; record holds only types and is what rooms hand each other. */
function reaches(
  to: string,
  isTypeOnly: boolean,
  { room, rule }: { readonly room: string; readonly rule: RoomRule },
): boolean {
  const isServerRoom = room !== 'contract' && room !== 'sdk' && room !== 'web';
  if (to === room || rule.uses.includes(to)) return true;
  if (isServerRoom && to === 'errors') return true;
  return isTypeOnly && (rule.names.includes(to) || (isServerRoom && to === 'record'));
}

function covers(allowed: string, name: string): boolean {
  return allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;
}
