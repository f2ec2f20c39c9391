// SPDX-License-Identifier: Apache-2.0
import { createElement, useEffect, useRef } from 'react';

export interface SkinPhotographsProps {
  /** Where OpenDerm is, e.g. `https://derm.example.org`. */
  readonly server: string;
  /** From your backend; nothing is shown until it is there. */
  readonly appKey: string | undefined;
  readonly locale?: 'en' | 'es' | 'fr' | 'de' | 'pt';
  /** Hand the id to your backend, which asks for the report. */
  readonly onReport: (encryptedId: string) => void;
  /** Bring another key. */
  readonly onInvalidKey: () => void;
}

/** OpenDerm's page in a React component, of React 17 or later. Server rendering leaves an empty element. */
export function SkinPhotographs({ server, appKey, locale, onReport, onInvalidKey }: SkinPhotographsProps) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // A bundler is to leave this alone: the script stays with the server, and is as new as its page.
    void import(/* @vite-ignore */ /* webpackIgnore: true */ `${server}/embed/openderm.js`);
  }, [server]);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const tellReport = (event: Event) => onReport((event as CustomEvent<{ readonly id: string }>).detail.id);
    element.addEventListener('analysis_completed', tellReport);
    element.addEventListener('invalid_company_key', onInvalidKey);
    return () => {
      element.removeEventListener('analysis_completed', tellReport);
      element.removeEventListener('invalid_company_key', onInvalidKey);
    };
  }, [onReport, onInvalidKey]);
  return createElement('openderm-frame', { ref: frame, company: appKey, locale, isforpatient: '1' });
}
