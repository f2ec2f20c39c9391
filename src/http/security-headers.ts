// SPDX-License-Identifier: Apache-2.0

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
} as const;

/** For answers that are data: nothing in them may run, load or be framed. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
};

/** For our own pages: everything from this origin, photographs and heat maps as blobs, nothing inline. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; '),
};

/** For the page that shows how the embeddable one looks inside another: it frames that one, from this origin. */
export const playgroundHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': `${pageHeaders['content-security-policy']}; frame-src 'self'`,
};

/** For the script that other sites load: any page may run it, and nothing of anybody is in it. */
export const embedHeaders: Readonly<Record<string, string>> = {
  ...dataHeaders,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Two years; only said where the public address is https. @source https://hstspreload.org */
export const strictTransport = 'max-age=63072000; includeSubDomains';
