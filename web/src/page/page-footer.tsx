// SPDX-License-Identifier: Apache-2.0
import { languageNames } from '../language/choose-language.ts';
import { type Language, useText } from '../language/text.ts';

export function PageFooter({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t } = useText();
  return (
    <footer class="page-footer">
      <div class="width row">
        <nav class="row" aria-label={t('page.more')}>
          <a href="/docs/instructions">{t('page.instructions')}</a>
          <a href="/docs">{t('page.docs')}</a>
          <a href="/playground">{t('page.playground')}</a>
          <a href="/admin">{t('page.admin')}</a>
          <a href="/openapi.json">{t('page.source')}</a>
          <a href="/health/ready">{t('page.health')}</a>
          <a href="/.well-known/security.txt">{t('page.security')}</a>
        </nav>
        <LanguageChoice onLanguage={onLanguage} />
        <p class="small soft">{t('page.licence')}</p>
      </div>
    </footer>
  );
}

function LanguageChoice({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t, language } = useText();
  return (
    <label class="row language">
      <span>{t('page.language')}</span>
      <select value={language} onChange={(event) => onLanguage(event.currentTarget.value as Language)}>
        {Object.entries(languageNames).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
