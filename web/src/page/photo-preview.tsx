// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useText } from '../language/text.ts';

export interface PhotoPreviewProps {
  readonly source: string;
  readonly label: string;
}

/** The photograph, or words in its place where the browser cannot show it. */
export function PhotoPreview({ source, label }: PhotoPreviewProps) {
  const { t } = useText();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p class="no-preview small soft">{t('heatMap.noPreview')}</p>;
  return <img class="photo" src={source} alt={label} onError={() => setBroken(true)} />;
}
