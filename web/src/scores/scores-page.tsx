// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { rememberLanguage } from '../language/choose-language.ts';
import { createText, type Language, type Text, TextContext, useText } from '../language/text.ts';
import { Brand } from '../page/brand.tsx';
import { PageFooter } from '../page/page-footer.tsx';
import { findScores, listConditions, openFilter } from './find-scores.ts';
import { ScoreCard } from './score-card.tsx';
import { ScoreFilters } from './score-filters.tsx';
import { createScoreText, type ScoreText, ScoreTextContext, useScoreText } from './score-words.ts';
import { type ScoreEntry, toScores } from './to-scores.ts';
import { useOpenByAddress } from './use-open-by-address.ts';
import { useQuestionnaires } from './use-questionnaires.ts';

/** The words of a page that has its own and those of the frame around it. */
export interface PageTexts {
  readonly frame: Text;
  readonly scores: ScoreText;
}

export async function createPageTexts(language: Language): Promise<PageTexts> {
  const [frame, scores] = await Promise.all([createText(language), createScoreText(language)]);
  return { frame, scores };
}

/** The whole page at `/docs/scores`: every score, as the device itself describes it. */
export function ScoresPage({ texts: initialTexts }: { readonly texts: PageTexts }) {
  const [{ frame, scores }, setTexts] = useState(initialTexts);
  const speak = async (language: Language) => {
    rememberLanguage(language);
    setTexts(await createPageTexts(language));
  };
  useEffect(() => {
    document.documentElement.lang = frame.language;
    document.title = scores.s('title');
  }, [frame, scores]);
  return (
    <TextContext.Provider value={frame}>
      <ScoreTextContext.Provider value={scores}>
        <a class="skip" href="#content">
          {frame.t('page.skip')}
        </a>
        <ScoresHeader />
        <main id="content" tabIndex={-1}>
          <div class="width stack scores">
            <h1>{scores.s('heading')}</h1>
            <p class="lead">{scores.s('lead')}</p>
            <p class="note">
              <strong>{scores.s('support')}</strong> {scores.s('supportMore')}
            </p>
            <ScoreList />
          </div>
        </main>
        <PageFooter onLanguage={speak} />
      </ScoreTextContext.Provider>
    </TextContext.Provider>
  );
}

function ScoresHeader() {
  const { t } = useText();
  return (
    <header class="page-header">
      <div class="width row">
        <Brand label={t('page.home')} />
        <nav class="row page-nav" aria-label={t('page.main')}>
          <a href="/docs/scores" aria-current="page">
            {t('page.scores')}
          </a>
          <a href="/docs">{t('page.docsShort')}</a>
        </nav>
      </div>
    </header>
  );
}

function ScoreList() {
  const { s, language } = useScoreText();
  const { list, hasFailed } = useQuestionnaires();
  if (hasFailed)
    return (
      <p class="note grave" role="alert">
        <strong>{s('failed')}</strong> {s('failedMore')}
      </p>
    );
  if (list === undefined) return <p class="soft">{s('loading')}</p>;
  return <FoundScores scores={toScores(list, language)} />;
}

function FoundScores({ scores }: { readonly scores: readonly ScoreEntry[] }) {
  const { language } = useScoreText();
  const [filter, setFilter] = useState(openFilter);
  useOpenByAddress(() => setFilter(openFilter));
  const found = findScores(scores, filter);
  return (
    <>
      <ScoreFilters
        filter={filter}
        conditions={listConditions(scores, language)}
        foundCount={found.length}
        onFilter={setFilter}
      />
      <ul class="score-list">
        {found.map((score) => (
          <ScoreCard key={score.code} score={score} />
        ))}
      </ul>
    </>
  );
}
