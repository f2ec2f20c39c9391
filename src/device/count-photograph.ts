// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../errors.ts';
import type { MediaValidity } from '../record/image-analysis.ts';
import type { PhotographScore, ReadItem } from '../record/photograph-assessment.ts';
import type { AnswerTree } from '../record/severity-assessment.ts';
import type { Detection, SeverityReading } from '../record/severity-reading.ts';
import { score } from '../scoring/score.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { toValueProblem } from './field-reading.ts';
import { readItems } from './read-items.ts';
import type { PhotographSystem } from './read-photograph-score.ts';
import { trustInPhotograph } from './trust-in-photograph.ts';

/** One photograph of one site, and what somebody answered about it. */
export interface PhotographOfSite {
  readonly site: Site;
  readonly reading: Pick<SeverityReading, 'eyes' | 'validity'>;
  readonly answers: AnswerTree;
  /** Answers about the person, given once for several photographs: counted, but no items of this one. */
  readonly person: AnswerTree;
}

/** A score before its past is known. */
export type CountedPhotograph = Omit<PhotographScore, 'change'>;

/**
 * Below it a reading is too thin to go without a warning. Measured signs seldom reach more than twice as much.
 * @source our own convention
 */
const confidentFrom = 0.3;

/**
 * The score of one photograph.
 * @throws DeviceError `invalidRequest` where the device has no eye for what a usable photograph would show
 */
export function countPhotograph(
  found: PhotographSystem,
  { site, reading, answers, person }: PhotographOfSite,
): CountedPhotograph {
  const { system, form, seen } = found;
  const eye = reading.eyes.find(({ lookedFor }) => lookedFor === seen.lookFor);
  const { items, unread } = readItems(found, answers, { eye, validity: reading.validity });
  // Without a number for each item no formula can be asked.
  const missing = unread.filter((code) => form.items[code]?.required);
  if (missing.length > 0) throw toUnreadError(system.code, missing);
  const counted = score(system, form, { values: { ...person, ...valuesOf(items) }, site });
  return {
    code: system.code,
    form: form.identifier,
    items,
    value: counted.value,
    components: counted.components ?? {},
    globalScoreContribution: counted.globalScoreContribution ?? null,
    category: counted.band?.category ?? null,
    localCategory: counted.localBand?.category ?? null,
    warnings: [...(counted.warnings ?? []), ...listWarnings(items, reading.validity)],
    detections: trusted(eye?.detections ?? [], reading.validity),
    pictures: eye?.pictures ?? [],
  };
}

function trusted(detections: readonly Detection[], validity: MediaValidity): readonly Detection[] {
  const trust = trustInPhotograph(validity);
  return detections.map((each) => ({ ...each, confidence: each.confidence * trust }));
}

/** The items as plain answers. */
export function valuesOf(items: PhotographScore['items']): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(items).map(([code, { value }]) => [code, value]));
}

function listWarnings(
  items: PhotographScore['items'],
  { isValid, domain }: MediaValidity,
): readonly string[] {
  const isUncertain = !domain.isDermatological || Object.values(items).some(isThin);
  const isMeasured = items['surface']?.source === 'photograph';
  return [
    ...(isMeasured ? ['measuredSurface'] : []),
    ...(isValid ? [] : ['unusablePhotograph']),
    ...(isUncertain ? ['lowConfidence'] : []),
  ];
}

function isThin({ confidence }: ReadItem): boolean {
  return confidence !== null && confidence < confidentFrom;
}

function toUnreadError(code: string, unread: readonly string[]): DeviceError {
  const text = `${unread.join(', ')} cannot be read off photographs with the models of this device`;
  return new DeviceError('invalidRequest', {
    problems: [toValueProblem(['body', 'scoringSystem', code], text)],
  });
}
