// SPDX-License-Identifier: Apache-2.0
import type { ReportMedia, ReportSeverity } from '../../record/report-record.ts';
import type { Detection } from '../../record/severity-reading.ts';

/** Something found at a place of a picture that the report links to. */
export interface ReportAnnotation {
  readonly id: string;
  /** Pixels of the picture that is linked. */
  readonly rect: {
    readonly topLeft: { readonly x: number; readonly y: number };
    readonly width: number;
    readonly height: number;
  };
  /** E.g. `wheal`. */
  readonly type: string;
  /** 0-1. */
  readonly confidence: number;
}

/** Everything that was found for a score, on the picture that shows it. */
export function toReportAnnotations(
  media: ReportMedia,
  { score, photograph }: ReportSeverity,
): readonly ReportAnnotation[] {
  const scale = media.widthPx / photograph.widthPx;
  return score.detections.map((detection, index) => ({
    id: toAnnotationId(media.id, index),
    ...toAnnotation(detection, scale),
  }));
}

/** Boxes in pixels of the picture that is linked, which may be smaller than the photograph. */
function toAnnotation({ code, confidence, box: { x1, y1, x2, y2 } }: Detection, scale: number) {
  const topLeft = { x: Math.round(x1 * scale), y: Math.round(y1 * scale) };
  const width = Math.round((x2 - x1) * scale);
  const height = Math.round((y2 - y1) * scale);
  return { rect: { topLeft, width, height }, type: code, confidence };
}

/** Letters of an id that name the picture; the others number what was found on it. @source our own convention */
const pictureCharacters = 28;

/** Characters of an id. @source the reference's page on media of reports */
const idCharacters = 32;

function toAnnotationId(mediaId: string, index: number): string {
  const picture = mediaId.replaceAll('-', '').slice(0, pictureCharacters);
  return picture + index.toString(16).padStart(idCharacters - picture.length, '0');
}
