// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProjectFiles, projectRoot, readProjectFile } from './house/list-project-files.ts';

const pages = listProjectFiles().filter((path) => path.endsWith('.md'));

describe('links in documents', () => {
  it('lead to files and headings that exist', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('name files that exist', () => {
    expect(pages.filter((path) => !path.startsWith('training/')).flatMap(missingFiles)).toEqual([]);
  });
});

function brokenLinks(page: string): readonly string[] {
  const links = [...withoutFences(readProjectFile(page)).matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(
    ([, to = '']) => to,
  );
  return links
    .filter((to) => !/^(https?:|mailto:)/.test(to) && !leadsSomewhere(page, to))
    .map((to) => `${page}: ${to} leads nowhere`);
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(projectRoot, target))) return false;
  return heading === undefined || !target.endsWith('.md') || headingsOf(target).includes(heading);
}

/** Anchors as repository hosts make them: lower case, spaces to hyphens, punctuation dropped. */
function headingsOf(page: string): readonly string[] {
  const headings = withoutFences(readProjectFile(page)).match(/^#{1,6} .*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** `src/vision/decode-image.ts` written as code in a sentence must be there; patterns with <> or * are not names. */
function missingFiles(page: string): readonly string[] {
  const named = [...withoutFences(readProjectFile(page)).matchAll(/`((?:\w[\w.-]*\/)+[\w.-]+\.\w{2,4})`/g)];
  return named
    .map(([, path = '']) => path)
    .filter((path) => /^(src|contract|sdk|web|test|scripts|examples|docs|training|models|bench)\//.test(path))
    .filter((path) => !existsSync(join(projectRoot, path)))
    .map((path) => `${page}: names ${path}, which is not there`);
}

function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '');
}
