// SPDX-License-Identifier: Apache-2.0
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes src/catalogue/data/{conditions,body-sites}.json from a folder with `conditions.json` and `body-sites.json`.
 * Run once per release of those facts: `node scripts/import-conditions.ts <folder>`. Synonyms and prior tiers are ours
 * and kept by hand beside them.
 */

interface ReferenceCondition {
  readonly slug: string;
  readonly name: string;
  readonly icd11: string;
  readonly icd11Title: string;
  readonly icd11Match: string;
  readonly category: string;
  readonly malignancy: string;
  readonly urgency: string;
  readonly urgencyRationale: string;
  readonly pigmented: boolean;
  readonly names: Readonly<Record<'es' | 'fr' | 'de', string>>;
  readonly needsReview?: string;
}

interface ReferenceBodySite {
  readonly code: string;
  readonly parent: string | null;
  readonly names: Readonly<Record<'en' | 'es' | 'fr' | 'de', string>>;
  readonly kind: string;
  readonly laterality: string | null;
  readonly acceptedAsInput: boolean;
}

/** Where the compatible API's own text differs from our name. @source the documented answer of the compatible API */
const wireTexts: Readonly<Record<string, string>> = { melanoma: 'Cutaneous melanoma' };

function toCondition(reference: ReferenceCondition) {
  const { slug, name, icd11, icd11Title, icd11Match, names, needsReview } = reference;
  const { category, malignancy, urgency, urgencyRationale, pigmented } = reference;
  return {
    slug,
    text: wireTexts[slug] ?? name,
    icd11: { code: icd11, title: icd11Title, match: icd11Match },
    names: { en: name, es: names.es, fr: names.fr, de: names.de },
    category,
    malignancy,
    pigmented,
    urgency,
    urgencyRationale,
    ...(needsReview === undefined ? {} : { needsReview: needsReview.replace('seed', 'documented') }),
  };
}

function toBodySite({ code, parent, names, kind, laterality, acceptedAsInput }: ReferenceBodySite) {
  return { code, parent, names, kind, laterality, acceptedAsInput };
}

/** One entry per line: a change to one condition is a change to one line. */
function toLines(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node scripts/import-conditions.ts <folder>');
const target = join(import.meta.dirname, '../src/catalogue/data');
const conditions: readonly ReferenceCondition[] = JSON.parse(
  await readFile(join(folder, 'conditions.json'), 'utf8'),
);
const { bodySites }: { bodySites: readonly ReferenceBodySite[] } = JSON.parse(
  await readFile(join(folder, 'body-sites.json'), 'utf8'),
);
await writeFile(join(target, 'conditions.json'), toLines(conditions.map(toCondition)));
await writeFile(join(target, 'body-sites.json'), toLines(bodySites.map(toBodySite)));
console.log(`${conditions.length} conditions, ${bodySites.length} body sites`);
