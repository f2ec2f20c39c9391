// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Brand } from '../page/brand.tsx';
import { type SampleLanguage, SampleLanguageContext } from './code-tabs.tsx';
import { EndpointSection } from './endpoint-section.tsx';
import { GuideErrors } from './guide-errors.tsx';
import { GuideLimits } from './guide-limits.tsx';
import { GuideNumbers } from './guide-numbers.tsx';
import { GuideReports } from './guide-reports.tsx';
import { GuideStart } from './guide-start.tsx';
import type { OpenApiDocument } from './open-api.ts';
import { readDocument } from './read-document.ts';
import { SideNav } from './side-nav.tsx';
import { useDocument } from './use-document.ts';

/** The whole page at `/docs`: a guide in words, then every endpoint as the device itself describes it. */
export function DocsPage() {
  const loaded = useDocument();
  const [language, choose] = useState<SampleLanguage['value']>('curl');
  const groups = loaded.document === undefined ? [] : readDocument(loaded.document);
  return (
    <SampleLanguageContext.Provider value={{ value: language, choose }}>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <DocsHeader version={loaded.document?.info?.version} />
      <div class="width wide docs">
        <SideNav groups={groups} />
        <main id="content" tabIndex={-1}>
          <h1>API documentation</h1>
          <GuideStart />
          <GuideNumbers />
          <GuideReports />
          <GuideLimits />
          <GuideErrors />
          {loaded.hasFailed && (
            <p class="note grave" role="alert">
              <strong>The device’s description could not be loaded.</strong>
              Reload the page, or open /openapi.json directly.
            </p>
          )}
          {loaded.document !== undefined && <Endpoints document={loaded.document} groups={groups} />}
        </main>
      </div>
    </SampleLanguageContext.Provider>
  );
}

function DocsHeader({ version }: { readonly version: string | undefined }) {
  return (
    <header class="page-header">
      <div class="width wide row">
        <Brand label="Home" />
        <nav class="row page-nav" aria-label="Main">
          {version !== undefined && <span class="chip number">version {version}</span>}
          <a href="/docs/instructions">Instructions for use</a>
          <a href="/docs/scores">Scores</a>
          <a href="/openapi.json">OpenAPI file</a>
          <a href="/">Try it</a>
        </nav>
      </div>
    </header>
  );
}

interface EndpointsProps {
  readonly document: OpenApiDocument;
  readonly groups: ReturnType<typeof readDocument>;
}

function Endpoints({ document, groups }: EndpointsProps) {
  return (
    <>
      {groups.map((group) => (
        <section key={group.name} class="endpoint-group">
          <h2>{group.name}</h2>
          {group.description !== '' && <p class="soft">{group.description}</p>}
          {group.endpoints.map((endpoint) => (
            <EndpointSection key={endpoint.id} document={document} endpoint={endpoint} />
          ))}
        </section>
      ))}
    </>
  );
}
