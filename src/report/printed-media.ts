// SPDX-License-Identifier: Apache-2.0
import type { ReportHeatMap, ReportMedia, ReportRecord } from '../record/report-record.ts';

/** For whom a report is printed. */
export type Audience = 'clinician' | 'patient';

/** The pictures that a report shows on paper: of five heat maps for each photograph only the first. */
export function listPrintedMedia(record: ReportRecord, audience: Audience): readonly ReportMedia[] {
  const { images, contextImage, severities } = record;
  if (audience === 'patient') return images;
  return [
    ...images,
    ...images.flatMap((_, at) => printedHeatMap(record, at)?.media ?? []),
    ...(contextImage === null ? [] : [contextImage]),
    ...severities.flatMap(({ media }) => media ?? []),
  ];
}

/** Of the first entry where there is one, else of the first that has a map. */
export function printedHeatMap(
  { diagnosis, heatMaps }: Pick<ReportRecord, 'diagnosis' | 'heatMaps'>,
  imageIndex: number,
): ReportHeatMap | undefined {
  const first = diagnosis.conclusions[0]?.condition;
  const maps = heatMaps.filter((each) => each.imageIndex === imageIndex);
  return maps.find(({ condition }) => condition === first) ?? maps[0];
}
