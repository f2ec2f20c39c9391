// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { DraftClient } from '@openderm/sdk';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PostToHost } from './host/post-to-host.ts';
import type { PageParameters } from './start/parameters.ts';

/** Everything that a step of the flow works with. */
export interface Flow {
  readonly parameters: PageParameters;
  /** As the server knows it; every answer of `client` that is a draft belongs into `setDraft`. */
  readonly draft: PageDraft;
  setDraft(draft: PageDraft): void;
  readonly client: DraftClient;
  readonly postToHost: PostToHost;
  /** To the next step; the last one ends there. */
  next(): void;
  /** To the one after it, where the next step has nothing to ask. */
  skipNext(): void;
  back(): void;
  /** Begins anew with nothing said. */
  restart(): void;
  readonly canGoBack: boolean;
}

const missing = (): never => {
  throw new Error('useFlow needs a FlowContext around it');
};

export const FlowContext = createContext<Flow | undefined>(undefined);

export function useFlow(): Flow {
  return useContext(FlowContext) ?? missing();
}
