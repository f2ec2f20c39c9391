// SPDX-License-Identifier: Apache-2.0
import type { PixelImage } from '../../../quality/pixel-image.ts';
import { presentFrom } from '../count-present.ts';
import type { NamedMask } from '../eye.ts';
import { fillMask } from '../fill-mask.ts';
import { smoothMap } from '../smooth-map.ts';
import { type Tissue, tissues } from './classify-tissue.ts';
import type { FoundWound } from './find-wound.ts';
import type { MeasuredWound } from './measure-wound.ts';

/** A tissue is what most of its neighbourhood is, pixels. Our own convention */
const tissueRadiusPx = 2;

/** The tissues that each mask shows. */
const tissueMasks: Readonly<Record<string, readonly Tissue[]>> = {
  angiogenesisAndGranulatedTissueMask: ['granulation', 'epithelium'],
  biofilmAndSloughMask: ['slough', 'biofilm'],
  necrosisMask: ['necrosis'],
  orthopedicMask: ['hardware'],
  boneCartilageOrTendonMask: ['bone'],
};

/** All masks of a wound, empty ones where nothing was measured. */
export function drawWoundMasks(
  image: PixelImage,
  found: FoundWound,
  measured: MeasuredWound | null,
): readonly NamedMask[] {
  const nothing = new Float32Array(found.wound.length);
  const bed = Object.entries(tissueMasks).map(([stem, shown]) =>
    toMask(stem, measured === null ? nothing : spread(image, measured.tissue, shown), image),
  );
  const probability = fillMask(found.wound, (value, at) =>
    value > 0
      ? (found.probability[at] as number)
      : Math.min(presentFrom - 1, found.probability[at] as number),
  );
  return [
    toMask('erythemaMask', measured?.around.erythema ?? nothing, image),
    { ...toMask('woundMask', nothing, image), mask: { ...sizeOf(image), values: probability } },
    ...bed,
    toMask('macerationMask', measured?.around.maceration ?? nothing, image),
  ];
}

function sizeOf({ widthPx, heightPx }: PixelImage) {
  return { widthPx, heightPx };
}

function toMask(stem: string, surely: Float32Array, image: PixelImage): NamedMask {
  const values = fillMask(surely, (value) => Math.round(255 * value));
  return { stem, mask: { ...sizeOf(image), values }, presentFrom, isOutlined: false };
}

/** Share of the neighbourhood that is of the tissues, 0-1, inside the wound. */
function spread(image: PixelImage, tissue: Uint8Array, shown: readonly Tissue[]): Float32Array {
  const isShown = Uint8Array.from(tissues, (name) => (shown.includes(name) ? 1 : 0));
  const marked = new Float32Array(tissue.length);
  let isAnywhere = false;
  for (let at = 0; at < marked.length; at++) {
    if (isShown[tissue[at] as number] === 0) continue;
    marked[at] = 1;
    isAnywhere = true;
  }
  if (!isAnywhere) return marked;
  const around = smoothMap(marked, image, tissueRadiusPx);
  return around.map((value, at) => (tissue[at] === 0 ? 0 : Math.min(1, value)));
}
