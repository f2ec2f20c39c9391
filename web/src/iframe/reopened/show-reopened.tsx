// SPDX-License-Identifier: Apache-2.0
import { createDraftClient } from '@openderm/sdk';
import { render } from 'preact';
import { createPostToHost } from '../host/post-to-host.ts';
import { reportHeight } from '../host/report-height.ts';
import type { PageParameters } from '../start/parameters.ts';
import { applyTheme } from '../theme/apply-theme.ts';
import { throughLostConnections } from '../through-lost-connections.ts';
import { createIframeText, type IframeLanguage, IframeTextContext } from '../words/iframe-text.ts';
import { ReopenedPage } from './reopened-page.tsx';
import { ReopenedTrouble } from './reopened-trouble.tsx';

/** Whether an address is that of a report which was made before. */
export function isReportAddress(search: string): boolean {
  return new URLSearchParams(search).has('diagnosticReportId');
}

export interface Reopening {
  readonly root: HTMLElement;
  readonly parameters: PageParameters;
  /** What the page can say before it knows whose report it is. */
  readonly language: IframeLanguage;
}

/** Shows the report of a signed address, or why it cannot be shown; it waits for a connection that is away. */
export async function showReopened({ root, parameters, language }: Reopening): Promise<void> {
  const isForPatient = parameters.forServer['isForPatient'] === '1';
  const client = createDraftClient({ origin: '' });
  const fetchAll = () => client.reopen(location.search);
  const showTrouble = async (trouble: unknown) => {
    document.documentElement.lang = language;
    const text = await createIframeText(language, isForPatient);
    render(
      <IframeTextContext.Provider value={text}>
        <ReopenedTrouble trouble={trouble} />
      </IframeTextContext.Provider>,
      root,
    );
  };
  const reopened = await throughLostConnections(fetchAll, { onTrouble: showTrouble }).catch(showTrouble);
  if (!reopened) return;
  const text = await createIframeText(reopened.locale, isForPatient);
  applyTheme(parameters, reopened.company);
  document.documentElement.lang = reopened.locale;
  document.title = text.w('page.title');
  const postToHost = createPostToHost(reopened.hostOrigins);
  postToHost({ message: 'openderm_ready', id: null, payload: null });
  reportHeight(postToHost, root);
  render(
    <IframeTextContext.Provider value={text}>
      <ReopenedPage
        reopened={reopened}
        isForPatient={isForPatient}
        fetchReport={async (call) => (await client.reopen(location.search, call)).report}
      />
    </IframeTextContext.Provider>,
    root,
  );
}
