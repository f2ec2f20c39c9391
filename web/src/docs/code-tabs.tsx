// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { CodeBlock } from './code-block.tsx';
import type { Sample } from './to-samples.ts';

/** The language every sample on the page is shown in: chosen once, it changes all. */
export interface SampleLanguage {
  readonly value: Sample['language'];
  readonly choose: (language: Sample['language']) => void;
}

export const SampleLanguageContext = createContext<SampleLanguage>({
  value: 'curl',
  choose: () => undefined,
});

export interface CodeTabsProps {
  /** Distinguishes the choices of one page. */
  readonly name: string;
  readonly samples: readonly Sample[];
}

export function CodeTabs({ name, samples }: CodeTabsProps) {
  const language = useContext(SampleLanguageContext);
  const shown = samples.find((sample) => sample.language === language.value) ?? samples[0];
  if (shown === undefined) return null;
  return (
    <div class="code-tabs">
      <fieldset class="choice">
        <legend class="unseen">Language of the sample</legend>
        {samples.map((sample) => (
          <label key={sample.language}>
            <input
              type="radio"
              name={`language-${name}`}
              checked={sample.language === shown.language}
              onChange={() => language.choose(sample.language)}
            />
            <span>{sample.language}</span>
          </label>
        ))}
      </fieldset>
      <CodeBlock code={shown.code} label={shown.language} />
    </div>
  );
}
