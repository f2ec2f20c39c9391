// SPDX-License-Identifier: Apache-2.0
import type { TargetedSubmitEvent } from 'preact';
import type { SignIn } from '../home/use-session.ts';
import { useText } from '../language/text.ts';
import { useAdminText } from './admin-words.ts';
import { toFragment } from './use-address.ts';
import { useLoaded } from './use-loaded.ts';
import { useWish } from './use-wish.ts';
import { Waiting, WishFailure } from './wish-failure.tsx';

/** Every company, and a form for one more. */
export function CompanyList({ session }: { readonly session: SignIn }) {
  const a = useAdminText();
  const { time } = useText();
  const { value: companies, failure, reload } = useLoaded(session, () => session.client.admin.companies());
  return (
    <section class="card stack" aria-labelledby="companies">
      <h2 id="companies">{a('companies')}</h2>
      {companies === undefined && <Waiting failure={failure} onAgain={reload} />}
      {companies?.length === 0 && <p>{a('noCompanies')}</p>}
      <ul class="entries">
        {companies?.map(({ id, name, createdAt }) => (
          <li key={id}>
            <a class="entry-name" href={toFragment(id)}>
              {name}
            </a>
            <span class="small soft">{a('since', { time: time(createdAt) })}</span>
            <code class="small soft">{id}</code>
          </li>
        ))}
      </ul>
      {companies !== undefined && <NewCompany session={session} />}
    </section>
  );
}

function NewCompany({ session }: { readonly session: SignIn }) {
  const a = useAdminText();
  const wish = useWish(session);
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    const made = await wish.make(() => session.client.admin.addCompany({ name }));
    if (made !== undefined) location.hash = toFragment(made.id);
  };
  return (
    <form class="stack" onSubmit={submit} aria-labelledby="add-company">
      <h3 id="add-company">{a('addCompany')}</h3>
      <WishFailure failure={wish.failure} />
      <div class="row end">
        <div class="field grow">
          <label for="company-name">{a('name')}</label>
          <input id="company-name" name="name" required maxLength={200} autocomplete="off" />
        </div>
        <button type="submit" class="button primary" disabled={wish.isBusy}>
          {a('add')}
        </button>
      </div>
    </form>
  );
}
