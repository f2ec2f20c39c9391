// SPDX-License-Identifier: Apache-2.0
import { useFlow } from '../flow-context.ts';
import { type IframeKey, useWords } from '../words/iframe-text.ts';

const basics = {
  spot: ['photos.how.spotClose', 'photos.how.spotScale', 'photos.how.spotFar', 'photos.how.light'],
  other: ['photos.how.otherWhole', 'photos.how.otherClose', 'photos.how.otherSides', 'photos.how.light'],
} as const satisfies Readonly<Record<string, readonly IframeKey[]>>;

const more = [
  'photos.how.clean',
  'photos.how.bare',
  'photos.how.still',
  'photos.how.straight',
  'photos.how.background',
  'photos.how.original',
  'photos.how.help',
] as const satisfies readonly IframeKey[];

export interface HowToProps {
  /** There are photographs already: then they are what the screen is about, and this is a tap away. */
  readonly isFolded: boolean;
}

/** How to take photographs of what it is about. The rest is a tap away, or spread out where the host wants it so. */
export function HowTo({ isFolded }: HowToProps) {
  const { draft, parameters } = useFlow();
  const { w } = useWords();
  const basic = basics[draft.answers.concern ?? 'other'];
  if (isFolded)
    return (
      <details class="how folded">
        <summary>{w('photos.how.heading')}</summary>
        <Points keys={[...basic, ...more]} />
      </details>
    );
  return (
    <section class="how" aria-label={w('photos.how.heading')}>
      <Points keys={basic} />
      {parameters.showsExtendedInstructions ? (
        <>
          <h2>{w('photos.how.more')}</h2>
          <Points keys={more} />
        </>
      ) : (
        <details>
          <summary>{w('photos.how.more')}</summary>
          <Points keys={more} />
        </details>
      )}
    </section>
  );
}

function Points({ keys }: { readonly keys: readonly IframeKey[] }) {
  const { w } = useWords();
  return (
    <ul class="points">
      {keys.map((key) => (
        <li key={key}>{w(key)}</li>
      ))}
    </ul>
  );
}
