// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { CodeBlock } from '../docs/code-block.tsx';
import { BandScale } from './band-scale.tsx';
import { ItemBlocks } from './item-blocks.tsx';
import { useScoreText } from './score-words.ts';
import type { ScoreEntry, ScoreForm } from './to-scores.ts';
import { WorkedExample } from './worked-example.tsx';

/** Everything about one score. */
export function ScoreDetails({ score }: { readonly score: ScoreEntry }) {
  const { s } = useScoreText();
  const { facts } = score;
  return (
    <div class="score-body">
      <div class="stack">
        <p>{score.description}</p>
        <p class="note">{score.notFor}</p>
        {!facts.validated && <p class="note">{s('unvalidated')}</p>}
        {score.forms.map((form) => (
          <FormItems key={form.identifier} form={form} isOneOfSeveral={score.forms.length > 1} />
        ))}
      </div>
      <div class="stack">
        <Reading score={score} />
        <Part heading={s('example')}>
          {score.questionnaires.map((each) => (
            <WorkedExample key={each.identifier} questionnaire={each} />
          ))}
        </Part>
        <Provenance score={score} />
      </div>
    </div>
  );
}

export function Part({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="part">
      <h3>{heading}</h3>
      {children}
    </section>
  );
}

function FormItems({ form, isOneOfSeveral }: { readonly form: ScoreForm; readonly isOneOfSeveral: boolean }) {
  const { s } = useScoreText();
  const kind = form.mode === 'local' ? s('local') : s('global');
  return (
    <Part heading={isOneOfSeveral ? s('itemsOf', { form: kind }) : s('items')}>
      <p class="small soft">
        <code>{form.identifier}</code> {!isOneOfSeveral && kind}
      </p>
      <ItemBlocks blocks={form.blocks} />
      {form.needsOneAnswer && <p class="small soft">{s('atLeastOne')}</p>}
      <details class="request">
        <summary>{s('request')}</summary>
        <CodeBlock
          code={JSON.stringify(form.example, null, 2)}
          label="JSON"
          copyLabel={s('copy')}
          doneLabel={s('copied')}
        />
      </details>
    </Part>
  );
}

function Reading({ score }: { readonly score: ScoreEntry }) {
  const { s, number } = useScoreText();
  const { formula, range, direction, bands, bandsBasis, responses, minimalImportantDifference } = score.facts;
  return (
    <>
      <Part heading={s('formula')}>
        <p class="formula">{formula}</p>
        <p class="small soft">
          {range.to === null
            ? s('rangeOpen', { from: number(range.from) })
            : s('range', { from: number(range.from), to: number(range.to) })}
          , {s(direction)}.
        </p>
      </Part>
      <Part heading={s('bands')}>
        {bands === null ? <p>{s('noBands')}</p> : <BandScale bands={bands} />}
        {score.isScaledBySite && <p class="small soft">{s('scaled')}</p>}
        {bandsBasis === 'localConvention' && <p class="small soft">{s('convention')}</p>}
      </Part>
      {(responses.length > 0 || minimalImportantDifference !== null) && (
        <Part heading={s('change')}>
          <ul class="plain-list">
            {responses.map(({ name, reductionPercent }) => (
              <li key={name}>{s('response', { name, percent: number(reductionPercent) })}</li>
            ))}
            {minimalImportantDifference !== null && (
              <li>{s('difference', { points: number(minimalImportantDifference.points) })}</li>
            )}
          </ul>
        </Part>
      )}
    </>
  );
}

function Provenance({ score }: { readonly score: ScoreEntry }) {
  const { s } = useScoreText();
  const { source, bandsSource, licence, pendingFacts } = score.facts;
  const conditions = score.conditions ?? [];
  return (
    <Part heading={s('source')}>
      <Cited citation={source.citation} url={source.url} />
      {bandsSource !== null && bandsSource.citation !== source.citation && (
        <>
          <h4>{s('bandsSource')}</h4>
          <Cited citation={bandsSource.citation} url={bandsSource.url} />
        </>
      )}
      {pendingFacts.length > 0 && (
        <p class="note">{s('pendingFacts', { facts: useFactNames(pendingFacts) })}</p>
      )}
      <h4>{s('licence')}</h4>
      <p>
        {licence.holder !== null && `${licence.holder}. `}
        {licence.note}
      </p>
      {licence.terms === 'scoringOnly' && <p class="small soft">{s('neutral')}</p>}
      <h4>{s('madeFor')}</h4>
      <p>
        {score.conditions === null
          ? s('anything')
          : conditions.map(({ code, name }, at) => (
              <span key={code}>
                {at > 0 && ', '}
                {name !== code && name} <code>{code}</code>
              </span>
            ))}
      </p>
    </Part>
  );
}

const factNames = [
  'items',
  'formula',
  'weights',
  'bands',
  'responses',
  'minimalImportantDifference',
  'licence',
] as const;

function useFactNames(facts: readonly string[]): string {
  const { s } = useScoreText();
  return factNames
    .filter((name) => facts.includes(name))
    .map((name) => s(`fact.${name}`))
    .join(', ');
}

/** Sources lie elsewhere; the page names them and leads there only when somebody follows. */
function Cited({ citation, url }: { readonly citation: string; readonly url: string | undefined }) {
  return (
    <p class="citation">
      {citation}
      {url !== undefined && (
        <>
          {' '}
          <a href={url} rel="noreferrer">
            {url}
          </a>
        </>
      )}
    </p>
  );
}
