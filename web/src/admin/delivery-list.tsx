// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import type { PanelProps } from './key-panel.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

export interface DeliveryListProps {
  readonly panel: PanelProps;
  readonly webhookId: string;
}

/** What was delivered, and a way to send it again. */
export function DeliveryList({ panel: { session, companyId }, webhookId }: DeliveryListProps) {
  const a = useAdminText();
  const { admin } = session.client;
  const deliveries = useLoaded(session, () => admin.deliveries(companyId, webhookId));
  const wish = useWish(session);
  const [count, setCount] = useState<number>();
  const replay = async (eventId?: string) => {
    setCount(undefined);
    const done = await wish.make(() => admin.replay(companyId, webhookId, eventId));
    if (done === undefined) return;
    setCount(done.replayed);
    deliveries.reload();
  };
  const list = deliveries.value;
  return (
    <div class="stack">
      {list === undefined && <Waiting failure={deliveries.failure} onAgain={deliveries.reload} />}
      {list?.length === 0 && <p>{a('webhooks.noDeliveries')}</p>}
      <ul class="entries">
        {list?.map((delivery) => (
          <Delivery
            key={delivery.eventId}
            delivery={delivery}
            isBusy={wish.isBusy}
            onReplay={() => replay(delivery.eventId)}
          />
        ))}
      </ul>
      {list?.some(({ state }) => state === 'dead') && (
        <button type="button" class="button small" disabled={wish.isBusy} onClick={() => replay()}>
          {a('webhooks.replayDead')}
        </button>
      )}
      <WishFailure failure={wish.failure} />
      <p role="status">{count !== undefined && a('webhooks.replayed', { count })}</p>
    </div>
  );
}

interface DeliveryProps {
  readonly delivery: {
    readonly event: string;
    readonly at: string;
    readonly state: string;
    readonly attempts: number;
    readonly status: number | null;
    readonly problem: string | null;
  };
  readonly isBusy: boolean;
  readonly onReplay: () => void;
}

const states = ['pending', 'delivered', 'dead'] as const;

function Delivery({ delivery, isBusy, onReplay }: DeliveryProps) {
  const a = useAdminText();
  const { time } = useText();
  const { event, at, attempts, status, problem } = delivery;
  const state = states.find((each) => each === delivery.state);
  const details = [problem, status].filter((each) => each !== null).join(' ');
  return (
    <li>
      <span>{time(at)}</span>
      <code>{event}</code>
      <span class="chip">{state === undefined ? delivery.state : a(`webhooks.state.${state}`)}</span>
      <span class="small soft">{a('webhooks.tries', { count: attempts })}</span>
      {details !== '' && <code class="small soft">{details}</code>}
      <button
        type="button"
        class="button small"
        disabled={isBusy}
        aria-label={`${a('webhooks.replay')}: ${event}, ${time(at)}`}
        onClick={onReplay}
      >
        {a('webhooks.replay')}
      </button>
    </li>
  );
}
