// SPDX-License-Identifier: Apache-2.0
import type { AdminToken } from '@openderm/contract';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { SignIn } from '../home/use-session.ts';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import { ShownOnce } from './shown-once.tsx';
import { Sure } from './sure.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

export interface PanelProps {
  readonly session: SignIn;
  readonly companyId: string;
}

/** What opens the company's door: tokens of its backend, keys of its page. */
export function KeyPanel(props: PanelProps) {
  return (
    <>
      <Tokens {...props} />
      <AppKeys {...props} />
    </>
  );
}

function Tokens({ session, companyId }: PanelProps) {
  const a = useAdminText();
  const { admin } = session.client;
  const tokens = useLoaded(session, () => admin.tokens(companyId));
  const wish = useWish(session);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string }>();
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const issued = await wish.make(() => admin.addToken(companyId, String(new FormData(form).get('name'))));
    if (issued === undefined) return;
    form.reset();
    setMade({ name: issued.token.name, secret: issued.secret });
    tokens.reload();
  };
  return (
    <section class="card stack" aria-labelledby="tokens">
      <h2 id="tokens">{a('keys.tokens')}</h2>
      <p class="soft">{a('keys.tokensLead')}</p>
      {tokens.value === undefined && <Waiting failure={tokens.failure} onAgain={tokens.reload} />}
      {tokens.value?.length === 0 && <p>{a('keys.noTokens')}</p>}
      <ul class="entries">
        {tokens.value?.map((token) => (
          <TokenEntry key={token.id} token={token} panel={{ session, companyId }} onRevoked={tokens.reload} />
        ))}
      </ul>
      {made !== undefined && (
        <ShownOnce
          key={made.secret}
          title={a('keys.newToken', { name: made.name })}
          secret={made.secret}
          onDone={() => setMade(undefined)}
        />
      )}
      <form class="stack" onSubmit={submit} aria-labelledby="add-token">
        <h3 id="add-token">{a('keys.addToken')}</h3>
        <WishFailure failure={wish.failure} />
        <div class="row end">
          <div class="field grow">
            <label for="token-name">{a('keys.tokenName')}</label>
            <input id="token-name" name="name" required maxLength={200} autocomplete="off" />
          </div>
          <button type="submit" class="button primary" disabled={wish.isBusy}>
            {a('keys.make')}
          </button>
        </div>
      </form>
    </section>
  );
}

interface TokenEntryProps {
  readonly token: AdminToken;
  readonly panel: PanelProps;
  readonly onRevoked: () => void;
}

function TokenEntry({ token, panel, onRevoked }: TokenEntryProps) {
  const a = useAdminText();
  const { time } = useText();
  const { name, id, createdAt, revokedAt } = token;
  const wish = useWish(panel.session);
  const [isAsking, setAsking] = useState(false);
  const revoke = async () => {
    const done = await wish.make(() => panel.session.client.admin.revokeToken(panel.companyId, id));
    setAsking(false);
    if (done !== undefined) onRevoked();
  };
  return (
    <li>
      <span class="entry-name">{name}</span>
      <span class="small soft">{a('since', { time: time(createdAt) })}</span>
      {revokedAt !== null && <span class="chip">{a('keys.revoked', { time: time(revokedAt) })}</span>}
      {revokedAt === null && !isAsking && (
        <button type="button" class="button small" onClick={() => setAsking(true)}>
          {a('keys.revoke', { name })}
        </button>
      )}
      {isAsking && (
        <Sure
          question={a('keys.revokeSure', { name })}
          yes={a('keys.revokeYes')}
          isBusy={wish.isBusy}
          onYes={revoke}
          onNo={() => setAsking(false)}
        />
      )}
      <WishFailure failure={wish.failure} />
    </li>
  );
}

function AppKeys({ session, companyId }: PanelProps) {
  const a = useAdminText();
  const { time } = useText();
  const wish = useWish(session);
  const [made, setMade] = useState<{ readonly appKey: string; readonly expiresAt: string }>();
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const minutes = Number(new FormData(event.currentTarget).get('minutes'));
    setMade(await wish.make(() => session.client.admin.addAppKey(companyId, minutes)));
  };
  return (
    <section class="card stack" aria-labelledby="app-keys">
      <h2 id="app-keys">{a('keys.appKeys')}</h2>
      <p class="soft">{a('keys.appKeysLead')}</p>
      {made !== undefined && (
        <ShownOnce
          key={made.appKey}
          title={a('keys.newAppKey', { time: time(made.expiresAt) })}
          secret={made.appKey}
          onDone={() => setMade(undefined)}
        />
      )}
      <form class="stack" onSubmit={submit} aria-labelledby="app-keys">
        <WishFailure failure={wish.failure} />
        <div class="row end">
          <div class="field">
            <label for="minutes">{a('keys.minutes')}</label>
            <input id="minutes" name="minutes" type="number" min={1} max={1440} defaultValue="10" required />
          </div>
          <button type="submit" class="button" disabled={wish.isBusy}>
            {a('keys.make')}
          </button>
        </div>
      </form>
    </section>
  );
}
