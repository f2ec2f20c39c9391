// SPDX-License-Identifier: Apache-2.0
import type { AdminNewWebhookResponse, AdminWebhook } from '@openderm/contract';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import { DeliveryList } from './delivery-list.tsx';
import type { PanelProps } from './key-panel.tsx';
import { ShownOnce } from './shown-once.tsx';
import { Sure } from './sure.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

/** Where the company wants to be told what happens. */
export function WebhookPanel({ session, companyId }: PanelProps) {
  const a = useAdminText();
  const hooks = useLoaded(session, () => session.client.admin.webhooks(companyId));
  const [made, setMade] = useState<AdminNewWebhookResponse>();
  return (
    <section class="card stack" aria-labelledby="webhooks">
      <h2 id="webhooks">{a('section.webhooks')}</h2>
      <p class="soft">{a('webhooks.lead')}</p>
      {hooks.value === undefined && <Waiting failure={hooks.failure} onAgain={hooks.reload} />}
      {hooks.value?.length === 0 && <p>{a('webhooks.none')}</p>}
      <ul class="entries">
        {hooks.value?.map((webhook) => (
          <WebhookEntry
            key={webhook.id}
            webhook={webhook}
            panel={{ session, companyId }}
            onChanged={hooks.put}
          />
        ))}
      </ul>
      {made !== undefined && (
        <ShownOnce
          key={made.secret}
          title={a('webhooks.newSecret', { url: made.webhook.url })}
          secret={made.secret}
          onDone={() => setMade(undefined)}
        />
      )}
      <NewWebhook
        session={session}
        companyId={companyId}
        onMade={(issued) => {
          setMade(issued);
          hooks.reload();
        }}
      />
    </section>
  );
}

interface WebhookEntryProps {
  readonly webhook: AdminWebhook;
  readonly panel: PanelProps;
  readonly onChanged: (webhooks: AdminWebhook[]) => void;
}

function WebhookEntry({ webhook, panel, onChanged }: WebhookEntryProps) {
  const a = useAdminText();
  const { time } = useText();
  const { id, url, failingSince, disabledAt } = webhook;
  const wish = useWish(panel.session);
  const [isAsking, setAsking] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { admin } = panel.session.client;
  const change = async (ask: () => Promise<AdminWebhook[]>) => {
    const left = await wish.make(ask);
    setAsking(false);
    if (left !== undefined) onChanged(left);
  };
  return (
    <li>
      <code class="entry-name">{url}</code>
      {failingSince !== null && (
        <span class="chip">{a('webhooks.failing', { time: time(failingSince) })}</span>
      )}
      {disabledAt !== null && (
        <>
          <span class="chip">{a('webhooks.disabled', { time: time(disabledAt) })}</span>
          <button
            type="button"
            class="button small"
            disabled={wish.isBusy}
            onClick={() => change(() => admin.enableWebhook(panel.companyId, id))}
          >
            {a('webhooks.enable')}
          </button>
        </>
      )}
      {isAsking ? (
        <Sure
          question={a('webhooks.removeSure', { url })}
          yes={a('webhooks.removeYes')}
          isBusy={wish.isBusy}
          onYes={() => change(() => admin.removeWebhook(panel.companyId, id))}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="button" class="button small" onClick={() => setAsking(true)}>
          {a('webhooks.remove')}
        </button>
      )}
      <WishFailure failure={wish.failure} />
      <details class="deliveries" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{a('webhooks.deliveries')}</summary>
        {isOpen && <DeliveryList panel={panel} webhookId={id} />}
      </details>
    </li>
  );
}

interface NewWebhookProps extends PanelProps {
  readonly onMade: (made: AdminNewWebhookResponse) => void;
}

function NewWebhook({ session, companyId, onMade }: NewWebhookProps) {
  const a = useAdminText();
  const wish = useWish(session);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const wanted = { url: String(fields.get('url')).trim(), body: String(fields.get('body')) };
    const made = await wish.make(() => session.client.admin.addWebhook(companyId, wanted));
    if (made === undefined) return;
    form.reset();
    onMade(made);
  };
  return (
    <form class="stack" onSubmit={submit} aria-labelledby="add-webhook">
      <h3 id="add-webhook">{a('webhooks.add')}</h3>
      <WishFailure failure={wish.failure} />
      <div class="thirds">
        <div class="field">
          <label for="webhook-url">{a('webhooks.url')}</label>
          <input id="webhook-url" name="url" inputMode="url" required autocomplete="off" spellcheck={false} />
        </div>
        <div class="field">
          <label for="webhook-body">{a('webhooks.body')}</label>
          <select id="webhook-body" name="body">
            <option value="thin">{a('webhooks.thin')}</option>
            <option value="report">{a('webhooks.report')}</option>
          </select>
        </div>
      </div>
      <div>
        <button type="submit" class="button primary" disabled={wish.isBusy}>
          {a('add')}
        </button>
      </div>
    </form>
  );
}
