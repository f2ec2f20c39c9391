// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import type { SignIn } from '../home/use-session.ts';
import { useAdminText } from './admin-words.ts';
import { AuditPanel } from './audit-panel.tsx';
import { KeyPanel } from './key-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { SettingsForm } from './settings-form.tsx';
import { type Section, sections, toFragment } from './use-address.ts';
import { useLoaded } from './use-loaded.ts';
import { WebhookPanel } from './webhook-panel.tsx';
import { Waiting } from './wish-failure.tsx';

export interface CompanyViewProps {
  readonly session: SignIn;
  readonly companyId: string;
  readonly section: Section;
}

/** One company, a part of it at a time. */
export function CompanyView({ session, companyId, section }: CompanyViewProps) {
  const a = useAdminText();
  const company = useLoaded(session, () => session.client.admin.company(companyId));
  const heading = useRef<HTMLHeadingElement>(null);
  const isLoaded = company.value !== undefined;
  // The name is read out once it is there, as the start of the new view.
  useEffect(() => {
    if (isLoaded) heading.current?.focus({ preventScroll: true });
  }, [isLoaded]);
  const panel = { session, companyId };
  return (
    <>
      <p>
        <a href="#companies">{a('back')}</a>
      </p>
      {company.value === undefined ? (
        <>
          <h1>{a('heading')}</h1>
          <Waiting failure={company.failure} onAgain={company.reload} />
        </>
      ) : (
        <>
          <header class="stack company-head">
            <h1 ref={heading} tabIndex={-1}>
              {company.value.name}
            </h1>
            <code class="soft">{companyId}</code>
          </header>
          <Parts companyId={companyId} section={section} />
          {section === 'settings' && (
            <SettingsForm session={session} company={company.value} onSaved={company.put} />
          )}
          {section === 'keys' && <KeyPanel {...panel} />}
          {section === 'reports' && <ReportPanel {...panel} />}
          {section === 'webhooks' && <WebhookPanel {...panel} />}
          {section === 'audit' && <AuditPanel {...panel} />}
        </>
      )}
    </>
  );
}

function Parts({ companyId, section }: Pick<CompanyViewProps, 'companyId' | 'section'>) {
  const a = useAdminText();
  return (
    <nav class="row parts" aria-label={a('sections')}>
      {sections.map((each) => (
        <a
          key={each}
          class="button small"
          href={toFragment(companyId, each)}
          {...(each === section ? { 'aria-current': 'page' as const } : {})}
        >
          {a(`section.${each}`)}
        </a>
      ))}
    </nav>
  );
}
