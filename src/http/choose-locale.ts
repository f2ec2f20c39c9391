// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { CatalogueLocale } from '../catalogue/catalogue.ts';
import { DeviceError } from '../errors.ts';

const locales: readonly CatalogueLocale[] = ['en', 'es', 'fr', 'de'];

/** Where nobody asks for anything else. */
const usual: CatalogueLocale = 'en';

/**
 * The language to answer in: `?locale=`, with or without a country, then the `Accept-Language` header, else English.
 * @throws DeviceError `invalidRequest` when `?locale=` names a language there is none of
 */
export function chooseLocale({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): CatalogueLocale {
  const wanted = (query as { readonly locale?: unknown }).locale;
  if (wanted === undefined) return readAcceptLanguage(headers['accept-language'] ?? '') ?? usual;
  const locale = typeof wanted === 'string' ? languageOf(wanted) : undefined;
  if (locale !== undefined) return locale;
  const msg = `Value error, there is no locale "${String(wanted)}"; there are ${locales.join(', ')}`;
  throw new DeviceError('invalidRequest', {
    problems: [{ type: 'value_error', msg, loc: ['query', 'locale'] }],
  });
}

/** "es", "es_ES" and "es-MX" are all Spanish. @source RFC 5646: language, then perhaps script and region */
function languageOf(tag: string): CatalogueLocale | undefined {
  const [language] = /^[a-z]{2}(?=$|([-_][a-z0-9]{2,8})+$)/i.exec(tag) ?? [];
  return locales.find((each) => each === language?.toLowerCase());
}

/** The best liked of our languages; the first of equals. @source RFC 9110, 12.5.4 */
function readAcceptLanguage(header: string): CatalogueLocale | undefined {
  const ranges = header.split(',').map(readRange);
  const known = ranges.flatMap(({ tag, quality }) => {
    const locale = tag === '*' ? usual : languageOf(tag);
    return locale === undefined || quality === 0 ? [] : [{ locale, quality }];
  });
  const [best] = known.sort((a, b) => b.quality - a.quality);
  return best?.locale;
}

function readRange(range: string): { readonly tag: string; readonly quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((each) => each.toLowerCase().startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { tag, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
