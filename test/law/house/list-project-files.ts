// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../../..');

/**
 * Every file that belongs to the project, as paths from its root with forward slashes, sorted: what `.gitignore` names
 * is left out. Walks the folder rather than asking git, so that it also holds in an unpacked archive.
 */
export function listProjectFiles(): readonly string[] {
  const isIgnored = readIgnoreRules();
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = relative(projectRoot, join(folder, entry.name)).replaceAll('\\', '/');
      if (entry.name === '.git' || isIgnored(path)) continue;
      if (entry.isDirectory()) visit(join(folder, entry.name));
      else if (entry.isFile()) found.push(path);
    }
  };
  visit(projectRoot);
  return found.toSorted();
}

/** The text of a project file. */
export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

function readIgnoreRules(): (path: string) => boolean {
  const rules = readProjectFile('.gitignore')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (path) => rules.some((rule) => matches(rule, path));
}

/** Understands the forms `.gitignore` uses here: `name`, `name/`, `/path/` and `*.ending`. */
function matches(rule: string, path: string): boolean {
  if (rule.startsWith('*.')) return path.endsWith(rule.slice(1));
  const name = rule.replace(/\/$/, '');
  if (name.startsWith('/')) return path === name.slice(1) || path.startsWith(`${name.slice(1)}/`);
  return path.split('/').includes(name);
}
