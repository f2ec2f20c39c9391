// SPDX-License-Identifier: Apache-2.0
import type { AdminNewAccountResponse } from '@openderm/contract';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { SignIn } from '../home/use-session.ts';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import { ShownOnce } from './shown-once.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

/** Who may log in, and a form for one more. */
export function AccountPanel({ session }: { readonly session: SignIn }) {
  const a = useAdminText();
  const { time } = useText();
  const { admin } = session.client;
  const loaded = useLoaded(session, async () => {
    const [accounts, companies] = await Promise.all([admin.accounts(), admin.companies()]);
    return { accounts, companies };
  });
  const [made, setMade] = useState<AdminNewAccountResponse>();
  const { value, failure, reload } = loaded;
  // The list of companies says already why nothing is shown.
  if (failure?.code === 'ERR_FORBIDDEN') return null;
  const nameOf = (id: string) => value?.companies.find((company) => company.id === id)?.name ?? id;
  return (
    <section class="card stack" aria-labelledby="accounts">
      <h2 id="accounts">{a('accounts.heading')}</h2>
      <p class="soft">{a('accounts.lead')}</p>
      {value === undefined && <Waiting failure={failure} onAgain={reload} />}
      <ul class="entries">
        {value?.accounts.map(({ id, email, role, companyId, createdAt }) => (
          <li key={id}>
            <span class="entry-name">{email}</span>
            <span class="chip">{a(`accounts.${role}`)}</span>
            {companyId !== null && <span>{nameOf(companyId)}</span>}
            <span class="small soft">{a('since', { time: time(createdAt) })}</span>
          </li>
        ))}
      </ul>
      {made !== undefined && (
        <ShownOnce
          key={made.email}
          title={a('accounts.newPassword', { email: made.email })}
          secret={made.password}
          onDone={() => setMade(undefined)}
        />
      )}
      {value !== undefined && (
        <NewAccount
          session={session}
          companies={value.companies}
          onMade={(account) => {
            setMade(account);
            reload();
          }}
        />
      )}
    </section>
  );
}

interface NewAccountProps {
  readonly session: SignIn;
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  readonly onMade: (account: AdminNewAccountResponse) => void;
}

function NewAccount({ session, companies, onMade }: NewAccountProps) {
  const a = useAdminText();
  const wish = useWish(session);
  const [role, setRole] = useState<'administrator' | 'user'>('user');
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const companyId = String(fields.get('company') ?? '') || null;
    const email = String(fields.get('email'));
    const made = await wish.make(() => session.client.admin.addAccount({ email, role, companyId }));
    if (made === undefined) return;
    form.reset();
    setRole('user');
    onMade(made);
  };
  return (
    <form class="stack" onSubmit={submit} aria-labelledby="add-account">
      <h3 id="add-account">{a('accounts.add')}</h3>
      <WishFailure failure={wish.failure} />
      <div class="thirds">
        <div class="field">
          <label for="email">{a('accounts.email')}</label>
          <input id="email" name="email" type="text" inputMode="email" required autocomplete="off" />
        </div>
        <div class="field">
          <label for="role">{a('accounts.role')}</label>
          <select
            id="role"
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as 'administrator' | 'user')}
          >
            <option value="user">{a('accounts.user')}</option>
            <option value="administrator">{a('accounts.administrator')}</option>
          </select>
        </div>
        {role === 'user' && (
          <div class="field">
            <label for="company">{a('accounts.company')}</label>
            <select id="company" name="company">
              <option value="">{a('accounts.nobody')}</option>
              {companies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <div>
        <button type="submit" class="button primary" disabled={wish.isBusy}>
          {a('add')}
        </button>
      </div>
    </form>
  );
}
