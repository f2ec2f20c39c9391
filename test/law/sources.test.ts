// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  type Comment,
  findNodes,
  isNode,
  readSources,
  type Source,
  type SyntaxNode,
} from './house/read-source.ts';

/*
 * A number that decides something clinical, or the quality of a reading, is a top-level constant with a comment above
 * it: `@source` and where it comes from, or, when it is our own choice, the reason or the measurement. The reviewer
 * opens the source; this test only makes sure that there is one to open.
 */
const rooms = ['src/scoring/', 'src/catalogue/', 'src/vision/', 'src/device/', 'src/report/', 'src/gate/'];

/** Numbers that are structure, not a choice: counting, halves, bytes and their bits, percent, time, hex. */
const structural = new Set([
  0, 0.5, 1, 2, 3, 4, 8, 10, 12, 16, 24, 32, 60, 64, 100, 128, 255, 256, 1000, 1024, 65535,
]);

/** A comment shorter than this says what the name says. */
const MIN_REASON_LETTERS = 20;

const sources = readSources().filter(
  ({ path, isTest }) => !isTest && rooms.some((room) => path.startsWith(room)),
);

describe('numbers have sources', () => {
  it('comments every constant that holds a number of its own', () => {
    const bare = sources.flatMap((source) =>
      constantsOf(source)
        .filter(({ node }) => numbersIn(node).length > 0 && !hasReason(source, node))
        .map(({ node, name }) => `${source.path}:${source.lineAt(node.start)} ${name}: ${ADVICE}`),
    );
    expect(bare).toEqual([]);
  });

  it('hides no number inside a function', () => {
    const hidden = sources.flatMap((source) =>
      functionsOf(source).flatMap((body) =>
        numbersIn(body)
          .filter((node) => !hasReason(source, node))
          .map(
            (node) =>
              `${source.path}:${source.lineAt(node.start)} ${String(node['raw'])}: name it. ${ADVICE}`,
          ),
      ),
    );
    expect([...new Set(hidden)]).toEqual([]);
  });

  it('gives every @source something to open', () => {
    const vague = sources.flatMap((source) =>
      source.comments
        .filter(({ value }) => /@source\s*(\*|$|\n|TODO|\?)/.test(value))
        .map(
          (comment) =>
            `${source.path}:${source.lineAt(comment.start)}: say author, year, and a DOI, URL or page`,
        ),
    );
    expect(vague).toEqual([]);
  });
});

const ADVICE = 'Say above it where it comes from (@source ...) or why it was chosen.';

interface Constant {
  readonly node: SyntaxNode;
  readonly name: string;
}

function constantsOf(source: Source): readonly Constant[] {
  return source.program.body.flatMap((statement) => {
    const inner = 'declaration' in statement ? statement.declaration : statement;
    if (!isNode(inner) || inner.type !== 'VariableDeclaration' || !isNode(statement)) return [];
    const [first] = Array.isArray(inner['declarations']) ? inner['declarations'] : [];
    const value = isNode(first) ? first['init'] : undefined;
    if (!isNode(value) || isFunction(value)) return [];
    return [{ node: statement, name: isNode(first?.id) ? String(first.id['name']) : 'constant' }];
  });
}

const functionKinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

function isFunction({ type }: SyntaxNode): boolean {
  return functionKinds.includes(type);
}

/** Functions whose own comment cites a source for the whole formula need no second one inside. */
function functionsOf(source: Source): readonly unknown[] {
  const outer = source.program.body.filter((statement) => !citesSource(source, statement));
  return findNodes(outer, isFunction).map((node) => node['body']);
}

function citesSource(source: Source, node: { readonly start: number }): boolean {
  const line = source.lineAt(node.start);
  return source.comments.some(
    (comment) => comment.value.includes('@source') && source.lineAt(comment.end) === line - 1,
  );
}

/** Bounds of a schema are printed with the schema, and bytes written in hex belong to a file format. */
const schemaBounds = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'maxProperties',
];

function numbersIn(root: unknown): readonly SyntaxNode[] {
  const bounds = findNodes(root, isSchemaBound).map(({ value }) => value);
  return findNodes(root, isOwnNumber).filter((node) => !bounds.includes(node));
}

function isSchemaBound({ type, key }: SyntaxNode): boolean {
  return type === 'Property' && isNode(key) && schemaBounds.includes(String(key['name']));
}

function isOwnNumber({ type, ...node }: SyntaxNode): boolean {
  if (type !== 'Literal' || typeof node['value'] !== 'number') return false;
  return !structural.has(node['value']) && !String(node['raw']).startsWith('0x');
}

/** A comment above the line, or above an unbroken run of constants it belongs to, or behind it on the same line. */
function hasReason(source: Source, node: SyntaxNode): boolean {
  const isTopLevel = source.program.body.some(({ start }) => start === node.start);
  const lines = source.text.split('\n');
  const line = source.lineAt(node.start);
  let above = line - 1;
  while (isTopLevel && /^(export )?const .*;/.test(lines[above - 1] ?? '')) above -= 1;
  return source.comments.some((comment) => {
    const end = source.lineAt(comment.end);
    return (end === above || end === line || end === line - 1) && letters(comment) >= MIN_REASON_LETTERS;
  });
}

function letters(comment: Comment): number {
  return comment.value.replaceAll(/[^\p{L}]/gu, '').length;
}
