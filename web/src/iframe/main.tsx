// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/iframe.css';
import '../styles/iframe-body.css';
import '../styles/iframe-photos.css';
import '../styles/iframe-result.css';
import type { PageDraft } from '@openderm/contract';
import { createDraftClient, type DraftClient, OpenDermError } from '@openderm/sdk';
import { render } from 'preact';
import { claimDraft } from './claim-draft.ts';
import { FlowPage } from './flow-page.tsx';
import { createPostToHost } from './host/post-to-host.ts';
import { reportHeight } from './host/report-height.ts';
import { forgetVisit, recallVisit } from './remembered-visit.ts';
import { isReportAddress, showReopened } from './reopened/show-reopened.tsx';
import { type PageParameters, readParameters } from './start/parameters.ts';
import { StartTrouble } from './start-trouble.tsx';
import { applyTheme } from './theme/apply-theme.ts';
import { mayPass } from './wait-for-connection.ts';
import { createIframeText, type IframeLanguage, IframeTextContext } from './words/iframe-text.ts';

const languages: readonly IframeLanguage[] = ['en', 'es', 'fr', 'de', 'pt'];

interface Begun {
  readonly client: DraftClient;
  readonly draft: PageDraft;
  readonly step: string | undefined;
}

/** The draft that a reload interrupted, where it is still there; else a new one. */
async function begin({ appKey, forServer }: PageParameters): Promise<Begun> {
  const visit = recallVisit();
  if (visit !== undefined && (await claimDraft(visit.handle))) {
    const client = createDraftClient({ origin: '', handle: visit.handle });
    const draft = await client.read().catch(undefinedIfGone);
    if (draft !== undefined) return { client, draft, step: visit.step };
    forgetVisit();
  }
  const client = createDraftClient({ origin: '' });
  const { handle, draft, ignored } = await client.open(appKey, forServer);
  await claimDraft(handle);
  for (const { name, reason } of ignored) console.warn(`OpenDerm: ${name} is ignored: ${reason}`);
  return { client, draft, step: undefined };
}

/** @throws what may pass: the draft is still there, and another try will find it */
function undefinedIfGone(error: unknown): undefined {
  if (mayPass(error)) throw error;
  return undefined;
}

/** What the page can say before it knows whose it is. */
function guessLanguage({ forServer }: PageParameters): IframeLanguage {
  const wanted = [forServer['locale'] ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return (
    languages.find((each) => each === wanted.find((tag) => languages.some((known) => known === tag))) ?? 'en'
  );
}

async function show(root: HTMLElement, parameters: PageParameters): Promise<void> {
  const begun = await begin(parameters);
  const { locale, isForPatient, hostOrigins } = begun.draft;
  const text = await createIframeText(locale, isForPatient);
  applyTheme(parameters, begun.draft.company);
  document.documentElement.lang = locale;
  document.title = text.w('page.title');
  const postToHost = createPostToHost(hostOrigins);
  postToHost({ message: 'openderm_ready', id: null, payload: null });
  reportHeight(postToHost, root);
  render(
    <IframeTextContext.Provider value={text}>
      <FlowPage parameters={parameters} {...begun} />
    </IframeTextContext.Provider>,
    root,
  );
}

/** A key that expired between the page and its first question is told like one that never was. */
async function showTrouble(root: HTMLElement, parameters: PageParameters, trouble: unknown): Promise<void> {
  const deviceCode = trouble instanceof OpenDermError ? trouble.details.deviceCode : undefined;
  if (deviceCode === 'unknownAppKey')
    createPostToHost(['*'])({ message: 'invalid_company_key', id: parameters.appKey, payload: null });
  const language = guessLanguage(parameters);
  document.documentElement.lang = language;
  const text = await createIframeText(language, parameters.forServer['isForPatient'] === '1');
  render(
    <IframeTextContext.Provider value={text}>
      <StartTrouble trouble={trouble} />
    </IframeTextContext.Provider>,
    root,
  );
  if (mayPass(trouble)) addEventListener('online', () => location.reload(), { once: true });
}

const root = document.getElementById('app');
const { parameters, warnings } = readParameters(location.search);
for (const warning of warnings) console.warn(`OpenDerm: ${warning}`);
if (root !== null && isReportAddress(location.search))
  showReopened({ root, parameters, language: guessLanguage(parameters) });
else if (root !== null)
  show(root, parameters).catch((trouble: unknown) => showTrouble(root, parameters, trouble));
