// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { rememberLanguage } from '../language/choose-language.ts';
import { createText, type Language, type Text, TextContext } from '../language/text.ts';
import { PageFooter } from '../page/page-footer.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Intro } from './intro.tsx';
import { useSession } from './use-session.ts';
import { Workspace } from './workspace.tsx';

/** The whole page at `/`: what this is, and after signing in the place to try it. */
export function HomePage({ text: initialText }: { readonly text: Text }) {
  const [text, setText] = useState(initialText);
  const session = useSession();
  const speak = async (language: Language) => {
    rememberLanguage(language);
    setText(await createText(language));
  };
  useEffect(() => {
    document.documentElement.lang = text.language;
    document.title = text.t('page.title');
  }, [text]);
  return (
    <TextContext.Provider value={text}>
      <a class="skip" href="#content">
        {text.t('page.skip')}
      </a>
      <PageHeader session={session} />
      <main id="content" tabIndex={-1}>
        {session.isSignedIn ? <Workspace session={session} /> : <Intro session={session} />}
      </main>
      <PageFooter onLanguage={speak} />
    </TextContext.Provider>
  );
}
