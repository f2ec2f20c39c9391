// SPDX-License-Identifier: Apache-2.0
import { useText } from '../language/text.ts';
import type { Entry } from './answer.ts';

/** Whether the picture itself speaks for a condition, or only how common it is. */
export function EvidenceBadge({ evidence }: Pick<Entry, 'evidence'>) {
  const { t } = useText();
  return (
    <span class={`chip evidence ${evidence}`} title={t(`ranking.${evidence}Help`)}>
      {t(`ranking.${evidence}`)}
    </span>
  );
}
