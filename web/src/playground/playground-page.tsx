// SPDX-License-Identifier: Apache-2.0
import { toFrameAddress } from '@openderm/sdk/embed';
import { useEffect, useState } from 'preact/hooks';
import { rememberLanguage } from '../language/choose-language.ts';
import { createText, type Language, type Text, TextContext, useText } from '../language/text.ts';
import { Brand } from '../page/brand.tsx';
import { PageFooter } from '../page/page-footer.tsx';
import { CodePanel } from './code-panel.tsx';
import { toSaid, type Wish } from './frame-wish.ts';
import { MessageLog } from './message-log.tsx';
import {
  createPlaygroundText,
  type PlaygroundText,
  PlaygroundTextContext,
  usePlaygroundText,
} from './playground-words.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { usePreview } from './use-preview.ts';
import { WishForm } from './wish-form.tsx';

/** The words of the playground and those of the frame around it. */
export interface PageTexts {
  readonly frame: Text;
  readonly playground: PlaygroundText;
}

export async function createPageTexts(language: Language): Promise<PageTexts> {
  const [frame, playground] = await Promise.all([createText(language), createPlaygroundText(language)]);
  return { frame, playground };
}

/** The whole page at `/playground`: how the embeddable page would be, tried before anything is written. */
export function PlaygroundPage({ texts: initialTexts }: { readonly texts: PageTexts }) {
  const [{ frame, playground }, setTexts] = useState(initialTexts);
  const speak = async (language: Language) => {
    rememberLanguage(language);
    setTexts(await createPageTexts(language));
  };
  useEffect(() => {
    document.documentElement.lang = frame.language;
    document.title = playground('title');
  }, [frame, playground]);
  return (
    <TextContext.Provider value={frame}>
      <PlaygroundTextContext.Provider value={playground}>
        <a class="skip" href="#content">
          {frame.t('page.skip')}
        </a>
        <PlaygroundHeader />
        <main id="content" tabIndex={-1}>
          <div class="width stack playground">
            <h1>{playground('heading')}</h1>
            <p class="lead">{playground('lead')}</p>
            <Workbench />
          </div>
        </main>
        <PageFooter onLanguage={speak} />
      </PlaygroundTextContext.Provider>
    </TextContext.Provider>
  );
}

function PlaygroundHeader() {
  const { t } = useText();
  const p = usePlaygroundText();
  return (
    <header class="page-header">
      <div class="width row">
        <Brand label={t('page.home')} />
        <nav class="row page-nav" aria-label={t('page.main')}>
          <a href="/playground" aria-current="page">
            {p('nav')}
          </a>
          <a href="/docs">{t('page.docsShort')}</a>
        </nav>
      </div>
    </header>
  );
}

/** The key is kept in this tab's memory alone. */
function Workbench() {
  const server = location.origin;
  const [wish, setWish] = useState<Wish>({});
  const preview = usePreview(server);
  const said = toSaid(wish);
  const wanted = { company: wish['company']?.trim() ?? '', ...said };
  return (
    <div class="workbench">
      <WishForm wish={wish} onWish={setWish} />
      <div class="stack outcome">
        <PreviewPanel preview={preview} wanted={wanted} origin={server} />
        <MessageLog log={preview.log} clear={preview.clear} />
        <CodePanel
          server={server}
          address={toFrameAddress(server, { parameters: wanted }).href}
          said={said}
        />
      </div>
    </div>
  );
}
