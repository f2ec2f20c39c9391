// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/iframe.css';
import type { PageDraft } from '@openderm/contract';
import { createDraftClient, type DraftClient, OpenDermError } from '@openderm/sdk';
import { render } from 'preact';
import { FlowPage } from './flow-page.tsx';
import { createPostToHost } from './host/post-to-host.ts';
import { forgetVisit, recallVisit } from './remembered-visit.ts';
import { type PageParameters, readParameters } from './start/parameters.ts';
import { applyTheme } from './theme/apply-theme.ts';
import { createIframeText, IframeTextContext } from './words/iframe-text.ts';

interface Begun {
  readonly client: DraftClient;
  readonly draft: PageDraft;
  readonly step: string | undefined;
}

/** The draft that a reload interrupted, where it is still there; else a new one. */
async function begin({ appKey, forServer }: PageParameters): Promise<Begun> {
  const visit = recallVisit();
  if (visit !== undefined) {
    const client = createDraftClient({ origin: '', handle: visit.handle });
    const draft = await client.read().catch(() => undefined);
    if (draft !== undefined) return { client, draft, step: visit.step };
    forgetVisit();
  }
  const client = createDraftClient({ origin: '' });
  const { draft, ignored } = await client.open(appKey, forServer);
  for (const { name, reason } of ignored) console.warn(`OpenDerm: ${name} is ignored: ${reason}`);
  return { client, draft, step: undefined };
}

async function show(root: HTMLElement): Promise<void> {
  const { parameters, warnings } = readParameters(location.search);
  for (const warning of warnings) console.warn(`OpenDerm: ${warning}`);
  const begun = await begin(parameters);
  const { locale, isForPatient, hostOrigins } = begun.draft;
  const text = await createIframeText(locale, isForPatient);
  applyTheme(parameters, begun.draft.company);
  document.documentElement.lang = locale;
  document.title = text.w('page.title');
  createPostToHost(hostOrigins)({ message: 'openderm_ready', id: null, payload: null });
  render(
    <IframeTextContext.Provider value={text}>
      <FlowPage parameters={parameters} {...begun} />
    </IframeTextContext.Provider>,
    root,
  );
}

const root = document.getElementById('app');
if (root !== null)
  show(root).catch((error: unknown) => {
    const code = error instanceof OpenDermError ? error.code : 'ERR_UNEXPECTED_ANSWER';
    console.error('OpenDerm: the page cannot begin:', code);
    root.textContent = 'OpenDerm cannot begin here.';
  });
