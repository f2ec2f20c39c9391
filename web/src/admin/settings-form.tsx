// SPDX-License-Identifier: Apache-2.0
import type { AdminCompany } from '@openderm/contract';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { SignIn } from '../home/use-session.ts';
import { useAdminText } from './admin-words.ts';
import { LogoSetting } from './logo-setting.tsx';
import { QuestionFields } from './question-fields.tsx';
import { toFaultsAt } from './setting-faults.ts';
import { SettingField, TextSetting } from './setting-field.tsx';
import { localeNames, type SettingsDraft, toChange, toDraft } from './settings-draft.ts';
import { useWish, type Wish } from './use-wish.ts';
import { WishFailure } from './wish-failure.tsx';

export interface SettingsFormProps {
  readonly session: SignIn;
  readonly company: AdminCompany;
  readonly onSaved: (company: AdminCompany) => void;
}

/** Everything a company decides, saved as a whole. */
export function SettingsForm({ session, company, onSaved }: SettingsFormProps) {
  const a = useAdminText();
  const wish = useWish(session);
  const [draft, setDraft] = useState(() => toDraft(company));
  const [isSaved, setSaved] = useState(false);
  const edit = (change: Partial<SettingsDraft>) => {
    setSaved(false);
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const saved = await wish.make(() => session.client.admin.changeCompany(company.id, toChange(draft)));
    setSaved(saved !== undefined);
    if (saved === undefined) return;
    setDraft(toDraft(saved));
    onSaved(saved);
  };
  const part = { draft, edit, faultsAt: toFaultsAt(wish.failure) };
  return (
    <form class="stack settings" onSubmit={submit} aria-label={a('section.settings')}>
      <Basics {...part} />
      <Addresses {...part} />
      <Appearance {...part} />
      <QuestionFields {...part} />
      <Retention {...part} />
      <Outcome wish={wish} isSaved={isSaved} />
      <div>
        <button type="submit" class="button primary" disabled={wish.isBusy}>
          {a('settings.save')}
        </button>
      </div>
    </form>
  );
}

export interface SettingsPartProps {
  readonly draft: SettingsDraft;
  readonly edit: (change: Partial<SettingsDraft>) => void;
  readonly faultsAt: ReturnType<typeof toFaultsAt>;
}

function Outcome({ wish, isSaved }: { readonly wish: Wish; readonly isSaved: boolean }) {
  const a = useAdminText();
  const count = wish.failure?.details.fields?.length ?? 0;
  return (
    <>
      {count > 0 ? (
        <p class="note grave" role="alert">
          {a('settings.notSaved', { count })}
        </p>
      ) : (
        <WishFailure failure={wish.failure} />
      )}
      <p role="status">{isSaved && <strong>{a('settings.saved')}</strong>}</p>
    </>
  );
}

function Basics({ draft, edit, faultsAt }: SettingsPartProps) {
  const a = useAdminText();
  return (
    <fieldset class="card stack">
      <legend>{a('settings.basics')}</legend>
      <TextSetting
        id="name"
        label={a('name')}
        faults={faultsAt('name')}
        value={draft.name}
        onValue={(name) => edit({ name })}
      />
      <SettingField id="locale" label={a('settings.locale')} faults={faultsAt('locale')}>
        {(told) => (
          <select
            {...told}
            value={draft.locale}
            onChange={(event) => edit({ locale: event.currentTarget.value as SettingsDraft['locale'] })}
          >
            {Object.entries(localeNames).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        )}
      </SettingField>
      <TextSetting
        id="threshold"
        kind="number"
        label={a('settings.threshold')}
        help={a('settings.thresholdHelp')}
        faults={faultsAt('thresholdPercent')}
        value={draft.threshold}
        onValue={(threshold) => edit({ threshold })}
      />
    </fieldset>
  );
}

function Addresses({ draft, edit, faultsAt }: SettingsPartProps) {
  const a = useAdminText();
  return (
    <fieldset class="card stack">
      <legend>{a('settings.addresses')}</legend>
      <TextSetting
        id="origins"
        kind="lines"
        label={a('settings.origins')}
        help={a('settings.originsHelp')}
        faults={faultsAt('allowedOrigins')}
        value={draft.origins}
        onValue={(origins) => edit({ origins })}
      />
      <TextSetting
        id="callbacks"
        kind="lines"
        label={a('settings.callbacks')}
        help={a('settings.callbacksHelp')}
        faults={faultsAt('callbackUrls')}
        value={draft.callbacks}
        onValue={(callbacks) => edit({ callbacks })}
      />
    </fieldset>
  );
}

function Appearance({ draft, edit, faultsAt }: SettingsPartProps) {
  const a = useAdminText();
  return (
    <fieldset class="card stack">
      <legend>{a('settings.appearance')}</legend>
      {(['primary', 'secondary'] as const).map((name) => (
        <TextSetting
          key={name}
          id={name}
          label={a(`settings.${name}`)}
          help={a('settings.colourHelp')}
          faults={faultsAt(`theme.${name}`)}
          value={draft[name]}
          onValue={(colour) => edit({ [name]: colour })}
        />
      ))}
      <SettingField id="font" label={a('settings.font')} faults={faultsAt('theme.fontFamily')}>
        {(told) => (
          <select
            {...told}
            value={draft.font}
            onChange={(event) => edit({ font: event.currentTarget.value })}
          >
            <option value="">{a('settings.ourFont')}</option>
            <option>Roboto</option>
            <option>Montserrat</option>
          </select>
        )}
      </SettingField>
      <LogoSetting logo={draft.logo} faults={faultsAt('theme.logo')} onLogo={(logo) => edit({ logo })} />
    </fieldset>
  );
}

function Retention({ draft, edit, faultsAt }: SettingsPartProps) {
  const a = useAdminText();
  return (
    <fieldset class="card stack">
      <legend>{a('settings.retention')}</legend>
      <p class="soft">{a('settings.retentionHelp')}</p>
      <div class="thirds">
        {(['reportsDays', 'imagesDays', 'auditDays'] as const).map((name) => (
          <TextSetting
            key={name}
            id={name}
            kind="number"
            label={a(`settings.${name}`)}
            faults={faultsAt(`retention.${name}`)}
            value={draft[name]}
            onValue={(days) => edit({ [name]: days })}
          />
        ))}
      </div>
    </fieldset>
  );
}
