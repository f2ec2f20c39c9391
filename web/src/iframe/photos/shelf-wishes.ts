// SPDX-License-Identifier: Apache-2.0
import type { PageDraft } from '@openderm/contract';
import type { PhotoShelfDependencies } from './photo-shelf.ts';
import type { ShelfState } from './shelf-state.ts';
import { throughOutages } from './through-outages.ts';

/** What the server is asked for about its photographs. It goes through in the end; until then the way on is closed. */
export interface ShelfWishes {
  isOpen(): boolean;
  make(call: () => Promise<PageDraft>): Promise<void>;
}

export function createShelfWishes(
  state: Pick<ShelfState, 'list' | 'show'>,
  { pause, onDraft, onTrouble }: Pick<PhotoShelfDependencies, 'pause' | 'onDraft' | 'onTrouble'>,
): ShelfWishes {
  let open = 0;
  const count = (by: number) => {
    open += by;
    state.show(state.list());
  };
  return {
    isOpen: () => open > 0,
    async make(call) {
      count(1);
      try {
        const { signal } = new AbortController();
        onDraft(await throughOutages(call, { signal, pause, onWaiting: () => undefined }));
      } catch (error) {
        onTrouble(error);
      } finally {
        count(-1);
      }
    },
  };
}
