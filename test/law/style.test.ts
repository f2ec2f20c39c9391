// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { listProjectFiles, readProjectFile } from './house/list-project-files.ts';
import { findNodes, isNode, readSources, type SyntaxNode } from './house/read-source.ts';

const sources = readSources();

/** Tests may hand in what the compiler would refuse. */
const uncheckedAssertion = 'an unchecked assertion';

/** What the language offers and this house declines, with what to write instead. */
const declined: readonly {
  readonly what: string;
  readonly instead: string;
  is(node: SyntaxNode): boolean;
}[] = [
  { what: 'any', instead: 'use unknown and parse', is: ({ type }) => type === 'TSAnyKeyword' },
  {
    what: 'a non-null assertion',
    instead: 'handle the absent case',
    is: ({ type }) => type === 'TSNonNullExpression',
  },
  {
    what: 'an enum',
    instead: 'use a union of string literals',
    is: ({ type }) => type === 'TSEnumDeclaration',
  },
  { what: 'a namespace', instead: 'use a file', is: isNamespace },
  {
    what: 'a class',
    instead: 'use a function that returns an object; only errors and elements of HTML extend',
    is: isOtherClass,
  },
  { what: uncheckedAssertion, instead: 'parse, or narrow with a guard', is: isDoubleAssertion },
];

describe('style', () => {
  it.each(declined)('has no $what', ({ what, instead, is }) => {
    const held = sources.filter(({ isTest }) => !isTest || what !== uncheckedAssertion);
    const found = held.flatMap((source) =>
      findNodes(source.program, is).map(
        (node) => `${source.path}:${source.lineAt(node.start)} has ${what}: ${instead}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('has named exports only', () => {
    const defaults = sources
      .filter(({ path }) => !/^(?:.*\/)?[a-z]+\.config\.ts$/.test(path))
      .filter(
        ({ program }) => findNodes(program, ({ type }) => type === 'ExportDefaultDeclaration').length > 0,
      );
    expect(defaults.map(({ path }) => `${path}: name the export, so that it is found by its name`)).toEqual(
      [],
    );
  });

  it('states the licence on the first line of every source', () => {
    const silent = listProjectFiles()
      .filter((path) => /\.(ts|tsx|mts|mjs|js|py|sh|css)$/.test(path) || path === '.ci/run')
      .filter((path) => !hasLicence(readProjectFile(path)));
    expect(
      silent.map((path) => `${path}: begin with "SPDX-License-Identifier: Apache-2.0" in a comment`),
    ).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = sources
      .filter(({ path, isTest }) => path.startsWith('src/') && !isTest && path !== 'src/config.ts')
      .filter(({ program }) => findNodes(program, readsEnvironment).length > 0);
    expect(
      readers.map(({ path }) => `${path}: take the value as an option; config.ts reads process.env`),
    ).toEqual([]);
  });
});

/** Scripts may carry a `#!` line above it; an empty file has nothing to license. */
function hasLicence(text: string): boolean {
  if (text.trim() === '') return true;
  const [first = '', second = ''] = text.split('\n');
  const line = first.startsWith('#!') ? second : first;
  return line.includes('SPDX-License-Identifier: Apache-2.0');
}

function isOtherClass(node: SyntaxNode): boolean {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return false;
  const parent = node['superClass'];
  // An element of one's own can be made no other way: the browser takes nothing but a class that extends HTMLElement.
  return !(isNode(parent) && /(?:Error|^HTMLElement)$/.test(String(parent['name'])));
}

/** `declare module 'name'` only tells the compiler about a library. */
function isNamespace(node: SyntaxNode): boolean {
  const name = node['id'];
  return node.type === 'TSModuleDeclaration' && isNode(name) && name.type !== 'Literal';
}

/** `x as unknown as T` says anything is anything. */
function isDoubleAssertion(node: SyntaxNode): boolean {
  const inner = node['expression'];
  return node.type === 'TSAsExpression' && isNode(inner) && inner.type === 'TSAsExpression';
}

function readsEnvironment(node: SyntaxNode): boolean {
  const [object, property] = [node['object'], node['property']];
  if (node.type !== 'MemberExpression' || !isNode(object) || !isNode(property)) return false;
  return object['name'] === 'process' && property['name'] === 'env';
}
