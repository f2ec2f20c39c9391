// SPDX-License-Identifier: Apache-2.0
import type { ReportLocale } from '../record/company.ts';

/** Below it, and as near to the whole, one decimal would say none or all: our own convention. */
const SMALLEST_PERCENT = 0.05;

/** A probability of 0-1 as a percentage with one decimal, e.g. `91.2 %`; never a bare 0 or 100 for what is not. */
export function percentText(probability: number, locale: ReportLocale): string {
  const percent = probability * 100;
  if (percent > 0 && percent < SMALLEST_PERCENT) return `< ${decimal('0.1', locale)}\u00a0%`;
  if (percent < 100 && percent >= 100 - SMALLEST_PERCENT) return `> ${decimal('99.9', locale)}\u00a0%`;
  return `${decimal(percent.toFixed(1), locale)}\u00a0%`;
}

/** Hides what binary fractions add, e.g. 0.30000000000000004, and keeps every score whole. */
const FOUR_DECIMALS = 10_000;

/** A number as it is, to at most four decimals. */
export function numberText(value: number, locale: ReportLocale): string {
  return decimal(String(Math.round(value * FOUR_DECIMALS) / FOUR_DECIMALS), locale);
}

/** Day and minute, the same in every language and zone: `2026-03-01 09:15 UTC`. */
export function timeText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The day alone, `2026-03-01`: in UTC as well. */
export function dayText(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

function decimal(text: string, locale: ReportLocale): string {
  return locale === 'en' ? text : text.replace('.', ',');
}
