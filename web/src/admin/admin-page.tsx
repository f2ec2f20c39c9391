// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { SignInForm } from '../home/sign-in-form.tsx';
import { type SignIn, useSession } from '../home/use-session.ts';
import { rememberLanguage } from '../language/choose-language.ts';
import { createText, type Language, type Text, TextContext } from '../language/text.ts';
import { PageFooter } from '../page/page-footer.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { AccountPanel } from './account-panel.tsx';
import { type AdminText, AdminTextContext, createAdminText, useAdminText } from './admin-words.ts';
import { CompanyList } from './company-list.tsx';
import { CompanyView } from './company-view.tsx';
import { useAddress } from './use-address.ts';

/** The words of this page and those of the frame around it. */
export interface AdminTexts {
  readonly frame: Text;
  readonly admin: AdminText;
}

export async function createAdminTexts(language: Language): Promise<AdminTexts> {
  const [frame, admin] = await Promise.all([createText(language), createAdminText(language)]);
  return { frame, admin };
}

/** The whole page at `/admin`: for administrators, to look after companies and accounts. */
export function AdminPage({ texts: initialTexts }: { readonly texts: AdminTexts }) {
  const [{ frame, admin }, setTexts] = useState(initialTexts);
  const session = useSession();
  const speak = async (language: Language) => {
    rememberLanguage(language);
    setTexts(await createAdminTexts(language));
  };
  useEffect(() => {
    document.documentElement.lang = frame.language;
    document.title = admin('title');
  }, [frame, admin]);
  return (
    <TextContext.Provider value={frame}>
      <AdminTextContext.Provider value={admin}>
        <a class="skip" href="#content">
          {frame.t('page.skip')}
        </a>
        <PageHeader session={session} />
        <main id="content" tabIndex={-1}>
          <div class="width stack admin">
            {session.isSignedIn ? <Desk session={session} /> : <Door session={session} />}
          </div>
        </main>
        <PageFooter onLanguage={speak} />
      </AdminTextContext.Provider>
    </TextContext.Provider>
  );
}

function Door({ session }: { readonly session: SignIn }) {
  const a = useAdminText();
  return (
    <>
      <h1>{a('heading')}</h1>
      <p class="lead">{a('lead')}</p>
      <SignInForm session={session} />
    </>
  );
}

function Desk({ session }: { readonly session: SignIn }) {
  const a = useAdminText();
  const { companyId, section } = useAddress();
  if (companyId !== undefined)
    return <CompanyView key={companyId} session={session} companyId={companyId} section={section} />;
  return (
    <>
      <h1>{a('heading')}</h1>
      <p class="lead">{a('lead')}</p>
      <CompanyList session={session} />
      <AccountPanel session={session} />
    </>
  );
}
