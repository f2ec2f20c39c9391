// SPDX-License-Identifier: Apache-2.0
import { localWord } from '../../catalogue/local-word.ts';
import type { ReadItem } from '../../record/photograph-assessment.ts';
import { fewestLesions } from '../../scoring/aladin.ts';
import type { Leaf } from '../../scoring/items.ts';
import type { Form } from '../../scoring/scoring-system.ts';
import { facetLinkId, facetPlace } from './facet-order.ts';
import type { ScoreTexts } from './score-texts.ts';
import { toNullableReportPercent } from './to-report-figure.ts';

/** One item of a score, as both views show it. */
export interface ShownFacet {
  readonly code: string;
  readonly linkId: number;
  readonly name: string;
  /** Stable, whatever the language. */
  readonly englishName: string;
  /** Empty where there is none. */
  readonly description: string;
  readonly display: string;
  readonly value: number;
  readonly reading: {
    readonly method: 'learned' | 'measured' | 'answer';
    readonly confidence: number | null;
  };
}

/** What was read of a score, and what was counted from it. */
export interface ReadScore {
  readonly form: Form;
  readonly items: Readonly<Record<string, ReadItem>>;
  readonly components: Readonly<Record<string, number>>;
}

/** Items that the reference's reports call by other names. @source its printed examples */
const names: Readonly<Record<string, string>> = {
  desquamation: 'report.facet.scaling',
  acneDensity: 'report.facet.acneDensity',
};

/** Every item with a value, in the order of a report. */
export function toShownFacets(read: ReadScore, texts: ScoreTexts): readonly ShownFacet[] {
  const known = Object.entries(read.form.items).flatMap(([code, item]) => {
    const found = read.items[code];
    if (found === undefined || item.kind === 'group') return [];
    return [toShownFacet({ code, item, found }, read, texts)];
  });
  return known.toSorted((a, b) => facetPlace(a.code) - facetPlace(b.code));
}

interface FoundItem {
  readonly code: string;
  readonly item: Leaf;
  readonly found: ReadItem;
}

function toShownFacet({ code, item, found }: FoundItem, read: ReadScore, texts: ScoreTexts): ShownFacet {
  const asked = { form: read.form.identifier, path: [code], item };
  const own = names[code];
  return {
    code,
    linkId: facetLinkId(code),
    name: own === undefined ? texts.label(asked) : texts.say(own),
    englishName: localWord(own ?? item.label, 'en'),
    description: texts.description(item),
    display:
      acneDisplay(code, found.value, { read, texts }) ??
      withNumber(texts.answer(asked, found.value), item, found.value),
    value: found.value,
    reading: { method: found.method ?? 'answer', confidence: toNullableReportPercent(found.confidence) },
  };
}

/** `Moderate (2)`: an answer in words with its number. */
function withNumber(text: string, { kind }: Leaf, value: number): string {
  return kind === 'measure' || text === String(value) ? text : `${text} (${value})`;
}

interface AcneReading {
  readonly read: ReadScore;
  readonly texts: ScoreTexts;
}

/** Names of the grades of number and density. @source our own convention, unvalidated */
const acneGrades: readonly string[] = [
  'grade.none',
  'grade.mild',
  'grade.moderate',
  'grade.severe',
  'band.verySevere',
];

/** `Mild (1-10)`: lesions are graded as the score counts them, as the reference prints it. */
function acneDisplay(code: string, value: number, { read, texts }: AcneReading): string | undefined {
  const { countGrade, densityGrade } = read.components;
  if (code === 'acne' && countGrade !== undefined)
    return `${gradeName(countGrade, texts)} (${countRange(countGrade)})`;
  if (code === 'acneDensity' && densityGrade !== undefined)
    return `${gradeName(densityGrade, texts)} (${value})`;
  return undefined;
}

function gradeName(grade: number, texts: ScoreTexts): string {
  const key = acneGrades[grade];
  if (key === undefined) throw new Error(`Expected a grade of acne, received ${grade}`);
  return texts.say(key);
}

function countRange(grade: number): string {
  const [from, next] = [fewestLesions[grade - 1], fewestLesions[grade]];
  if (from === undefined) return '0';
  return next === undefined ? `${from}+` : `${from}-${next - 1}`;
}
