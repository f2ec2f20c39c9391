// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { rememberLanguage } from '../language/choose-language.ts';
import { createText, type Language, type Text, TextContext, useText } from '../language/text.ts';
import { Brand } from '../page/brand.tsx';
import { PageFooter } from '../page/page-footer.tsx';
import {
  createInstructionWords,
  fillIn,
  InstructionContext,
  type InstructionWords,
  listEntries,
  type PartId,
  partIds,
  useInstructionWords,
} from './instruction-words.ts';
import { type DeviceFacts, useDeviceFacts } from './use-device-facts.ts';
import { VersionTable } from './version-table.tsx';

/** The words of the page and those of the frame around it. */
interface PageTexts {
  readonly frame: Text;
  readonly words: InstructionWords;
}

export async function createPageTexts(language: Language): Promise<PageTexts> {
  const [frame, words] = await Promise.all([createText(language), createInstructionWords(language)]);
  return { frame, words };
}

/** The whole page at `/docs/instructions`: what the device is for, its limits, and how to read it. */
export function InstructionsPage({ texts: initialTexts }: { readonly texts: PageTexts }) {
  const [{ frame, words }, setTexts] = useState(initialTexts);
  const speak = async (language: Language) => {
    rememberLanguage(language);
    setTexts(await createPageTexts(language));
  };
  useEffect(() => {
    document.documentElement.lang = frame.language;
    document.title = words.title;
  }, [frame, words]);
  return (
    <TextContext.Provider value={frame}>
      <InstructionContext.Provider value={words}>
        <a class="skip" href="#content">
          {frame.t('page.skip')}
        </a>
        <InstructionsHeader />
        <main id="content" tabIndex={-1}>
          <div class="width stack instructions">
            <h1>{words.heading}</h1>
            <p class="lead">{words.lead}</p>
            <Contents />
            <Parts />
          </div>
        </main>
        <PageFooter onLanguage={speak} />
      </InstructionContext.Provider>
    </TextContext.Provider>
  );
}

function InstructionsHeader() {
  const { t } = useText();
  const { heading } = useInstructionWords();
  return (
    <header class="page-header">
      <div class="width row">
        <Brand label={t('page.home')} />
        <nav class="row page-nav" aria-label={t('page.main')}>
          <a href="/docs/instructions" aria-current="page">
            {heading}
          </a>
          <a href="/docs/scores">{t('page.scores')}</a>
          <a href="/docs">{t('page.docsShort')}</a>
        </nav>
      </div>
    </header>
  );
}

function Contents() {
  const { contents, parts, versions } = useInstructionWords();
  const entries = [...partIds.map((id) => [id, parts[id].heading] as const), ['versions', versions.heading]];
  return (
    <nav class="contents" aria-label={contents}>
      <ul>
        {entries.map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Parts() {
  const facts = useDeviceFacts();
  return (
    <>
      {partIds.map((id) => (
        <Part key={id} id={id} facts={facts} />
      ))}
      <VersionTable facts={facts} />
    </>
  );
}

/** A part of the page, and what it says on each thing. */
function Part({ id, facts }: { readonly id: PartId; readonly facts: DeviceFacts }) {
  const words = useInstructionWords();
  const { heading, lead } = words.parts[id];
  const figures = {
    threshold: facts.limits?.imageEvidence.warnBelowPercent,
    quality: facts.limits?.quality.acceptableFrom,
  };
  return (
    <section id={id} class={`guide ${id}`} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {lead !== '' && <p>{lead}</p>}
      <dl class="terms">
        {listEntries(words, id).map((entry) => (
          <div key={entry.id}>
            <dt>{entry.name}</dt>
            <dd>{fillIn(entry.text, figures)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
