// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import { mayPass, waitForConnection } from '../wait-for-connection.ts';

/** Between two questions how far it is. Our own convention: often enough to look alive. */
const askEveryMs = 500;

export interface FollowedAnalysis {
  /** Every state on the way, the last one too. */
  readonly onDraft: (draft: PageDraft) => void;
  /** A connection that was lost, and will be waited for. */
  readonly onTrouble: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Begins the analysis, or joins the one that runs, and follows it to its end through lost connections. */
export async function followAnalysis(client: DraftClient, followed: FollowedAnalysis): Promise<PageDraft> {
  const { onDraft, onTrouble, signal } = followed;
  let hasBegun = false;
  for (;;) {
    try {
      const draft = await (hasBegun ? client.read({ signal }) : client.analyse({ signal }));
      hasBegun = true;
      onDraft(draft);
      const { state } = draft.analysis;
      if (state === 'done' || state === 'failed') return draft;
      // A server that was restarted knows of no analysis: it is asked for once more.
      if (state === 'none') hasBegun = false;
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      onTrouble(error);
      await waitForConnection();
    }
  }
}
