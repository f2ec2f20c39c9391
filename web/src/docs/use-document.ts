// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { OpenApiDocument } from './open-api.ts';

export interface LoadedDocument {
  readonly document: OpenApiDocument | undefined;
  readonly hasFailed: boolean;
}

/** The device's own description of its API; afterwards scrolls to the part the address names. */
export function useDocument(): LoadedDocument {
  const [loaded, setLoaded] = useState<LoadedDocument>({ document: undefined, hasFailed: false });
  useEffect(() => {
    readOpenApi().then(
      (document) => setLoaded({ document, hasFailed: false }),
      () => setLoaded({ document: undefined, hasFailed: true }),
    );
  }, []);
  useEffect(() => {
    // The browser looked for the fragment before these sections were there.
    if (loaded.document !== undefined) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [loaded]);
  return loaded;
}

async function readOpenApi(): Promise<OpenApiDocument> {
  const response = await fetch('/openapi.json', { credentials: 'omit' });
  if (!response.ok) throw new Error(`/openapi.json answered ${response.status}`);
  return (await response.json()) as OpenApiDocument;
}
