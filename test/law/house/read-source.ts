// SPDX-License-Identifier: Apache-2.0
import { parseSync } from 'rolldown/utils';
import { listProjectFiles, readProjectFile } from './list-project-files.ts';

type Parsed = ReturnType<typeof parseSync>;
export type Comment = Parsed['comments'][number];

/** One import, export-from, `import()` or `import('...')` type of a source file. */
export interface SourceImport {
  readonly specifier: string;
  /** Erased before the program runs. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly imports: readonly SourceImport[];
  readonly program: Parsed['program'];
  readonly comments: readonly Comment[];
  lineAt(offset: number): number;
}

/** A node of the syntax tree: a kind, a place, and children under any name. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isSource = (path: string) => /\.(ts|tsx|mts)$/.test(path) && !path.endsWith('.d.ts');

/** Every TypeScript file of the project, parsed once per test file. */
export function readSources(): readonly Source[] {
  return listProjectFiles().filter(isSource).map(readSource);
}

function readSource(path: string): Source {
  const text = readProjectFile(path);
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports = findNodes(program, isImport).flatMap((node) => toImport(node, lineAt));
  const isTest = /\.(test|spec|suite)\.tsx?$/.test(path) || /^(test|bench|scripts|examples)\//.test(path);
  return { path, text, isTest, imports, program, comments, lineAt };
}

/** All nodes below and including `root` that satisfy `isWanted`, in the order they are written. */
export function findNodes(root: unknown, isWanted: (node: SyntaxNode) => boolean): readonly SyntaxNode[] {
  if (Array.isArray(root)) return root.flatMap((child) => findNodes(child, isWanted));
  if (!isNode(root)) return [];
  const below = Object.values(root).flatMap((child) => findNodes(child, isWanted));
  return isWanted(root) ? [root, ...below] : below;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const importKinds = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

function isImport(node: SyntaxNode): boolean {
  return importKinds.includes(node.type) && isNode(node['source']);
}

function toImport(node: SyntaxNode, lineAt: (offset: number) => number): readonly SourceImport[] {
  const source = node['source'];
  const specifier = isNode(source) ? source['value'] : undefined;
  if (typeof specifier !== 'string') return [];
  return [{ specifier, isTypeOnly: isErased(node), line: lineAt(node.start) }];
}

function isErased(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type')
    return true;
  const names = Array.isArray(node['specifiers']) ? node['specifiers'] : [];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}
