// SPDX-License-Identifier: Apache-2.0
import type { RawReport } from '@openderm/contract';
import { useWords } from '../words/iframe-text.ts';

type Media = RawReport['result']['observations'][number]['media'];

/** What kind of picture it is, how good, and what is wrong with it. */
export function PhotoQuality({ media }: { readonly media: Media }) {
  const { w, number } = useWords();
  const { diqaScore, isValid, reasons, modality } = media;
  const kind = modality === 'Clinical' || modality === 'Dermoscopic' ? modality : 'None';
  const facts = [
    w(`result.modality.${kind}`),
    ...(diqaScore === null ? [] : [w('result.quality', { score: number(diqaScore) })]),
    w(isValid ? 'result.usable' : 'result.unusable'),
  ];
  const faults = reasons.map((reason) => w(`result.reason.${toReason(reason)}`));
  return (
    <p class={isValid ? 'small soft' : 'note small'}>
      {facts.join('\u00a0· ')}
      {faults.length > 0 && `: ${faults.join(', ')}`}
    </p>
  );
}

const reasonNames = [
  'blur',
  'tooDark',
  'tooBright',
  'lowContrast',
  'lowResolution',
  'glare',
  'noise',
  'compression',
  'notSkin',
] as const;

/** A reason that this page does not know yet is at least said to be one. */
function toReason(reason: string): (typeof reasonNames)[number] | 'other' {
  return reasonNames.find((each) => each === reason) ?? 'other';
}
