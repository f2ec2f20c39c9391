// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { countLines } from './house/count-lines.ts';
import { findNodes, isNode, readSources, type Source, type SyntaxNode } from './house/read-source.ts';

/*
 * The median file of every codebase we admire is 30-130 lines and its median function 6-11; what separates the clear
 * from the tiring is the tail. So the tail is guarded, and the rest is reported.
 */
const MAX_CODE_LINES = 250;
const MAX_LINES = 400;
const MAX_FUNCTION_LINES = 50;
const MAX_PARAMETERS = 3;
const NOTABLE_LINES = 150;

const sources = readSources();
const shipped = sources.filter(({ isTest }) => !isTest);

describe('sizes', () => {
  it(`keeps files within ${MAX_CODE_LINES} lines of code and ${MAX_LINES} lines in all`, () => {
    const sized = sources.map((source) => ({ path: source.path, ...countLines(source) }));
    reportLongFiles(sized);
    const tooLong = sized.filter(({ all, code }) => code > MAX_CODE_LINES || all > MAX_LINES);
    expect(
      tooLong.map(
        ({ path, all, code }) => `${path}: ${code} code, ${all} in all; split it by idea, a file each`,
      ),
    ).toEqual([]);
  });

  it(`keeps functions within ${MAX_FUNCTION_LINES} lines`, () => {
    expect(shipped.flatMap(longFunctions)).toEqual([]);
  });

  it(`keeps functions within ${MAX_PARAMETERS} parameters`, () => {
    const greedy = shipped.flatMap((source) =>
      findNodes(source.program, isFunction)
        .filter((node) => parametersOf(node) > MAX_PARAMETERS)
        .map((node) => `${placeOf(source, node)}: pass a subject and one options object`),
    );
    expect(greedy).toEqual([]);
  });
});

function reportLongFiles(sized: readonly { readonly path: string; readonly all: number }[]): void {
  const long = sized.filter(({ all }) => all > NOTABLE_LINES).map(({ path, all }) => `${path} (${all})`);
  if (long.length > 0) console.info(`[law] over ${NOTABLE_LINES} lines, allowed: ${long.join(', ')}`);
}

const functionKinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

function isFunction(node: SyntaxNode): boolean {
  return functionKinds.includes(node.type);
}

/** A factory's own lines are counted without the functions written inside it: each of those is held to the limit. */
function longFunctions(source: Source): readonly string[] {
  return findNodes(source.program, isFunction)
    .map((node) => ({ node, lines: ownLines(source, node) }))
    .filter(({ lines }) => lines > MAX_FUNCTION_LINES)
    .map(({ node, lines }) => `${placeOf(source, node)}: ${lines} lines; name its steps as functions`);
}

function ownLines(source: Source, node: SyntaxNode): number {
  const inner = findNodes(node['body'], isFunction).filter(
    (child, _, all) =>
      !all.some((other) => other !== child && other.start <= child.start && child.end <= other.end),
  );
  const nested = inner.reduce((sum, child) => sum + linesOf(source, child) - 1, 0);
  return linesOf(source, node) - nested;
}

function linesOf(source: Source, node: SyntaxNode): number {
  return source.lineAt(node.end) - source.lineAt(node.start) + 1;
}

function parametersOf(node: SyntaxNode): number {
  const parameters = node['params'];
  return Array.isArray(parameters) ? parameters.length : 0;
}

function placeOf(source: Source, node: SyntaxNode): string {
  const name = isNode(node['id']) ? ` ${String(node['id']['name'])}` : '';
  return `${source.path}:${source.lineAt(node.start)}${name}`;
}
