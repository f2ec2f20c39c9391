// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';

export const sections = ['settings', 'keys', 'reports', 'webhooks', 'audit'] as const;
export type Section = (typeof sections)[number];

/** What the page shows, as its address says, so that "back" and a reload do what people expect. */
export interface Address {
  readonly companyId: string | undefined;
  readonly section: Section;
}

export function toFragment(companyId: string, section: Section = 'settings'): string {
  return `#company/${companyId}/${section}`;
}

export function readFragment(fragment: string): Address {
  const [, companyId, named] = /^#company\/([\w-]+)(?:\/(\w+))?$/.exec(fragment) ?? [];
  return { companyId, section: sections.find((each) => each === named) ?? 'settings' };
}

export function useAddress(): Address {
  const [address, setAddress] = useState(() => readFragment(location.hash));
  useEffect(() => {
    const follow = () => {
      // The link that skips to the content is no place of the page's own.
      if (location.hash !== '#content') setAddress(readFragment(location.hash));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return address;
}
