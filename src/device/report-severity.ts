// SPDX-License-Identifier: Apache-2.0
import type { Catalogue, Condition } from '../catalogue/catalogue.ts';
import { DeviceError } from '../errors.ts';
import type { JpegImage } from '../record/image-analysis.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ReportSeverity } from '../record/report-record.ts';
import type { NamedPicture, SeverityReading } from '../record/severity-reading.ts';
import type { Site } from '../scoring/scoring-system.ts';
import { type CountedPhotograph, countPhotograph } from './count-photograph.ts';
import type { NumberedLabel } from './diagnose.ts';
import type { DiagnosisContent } from './diagnosis-of-images.ts';
import { isMadeFor } from './is-made-for.ts';
import { toAssessedPhotograph } from './photographs-in-hand.ts';
import type { ReportPictures } from './report-pictures.ts';
import { chooseScorers, type ReportScorer } from './report-scorers.ts';
import { chooseTellingPhotograph } from './telling-photograph.ts';

/** What severity is counted from. */
export interface SeverityGround {
  readonly content: DiagnosisContent;
  /** What is known of the patient, else what the photographs show. */
  readonly pathology: Condition | null;
  readonly site: Site;
  readonly scorers: readonly ReportScorer[];
  readonly images: readonly NumberedLabel[];
}

/** A score with the picture that explains it, on its way into a record. */
export interface DrawnSeverity {
  readonly severity: Omit<ReportSeverity, 'media'>;
  readonly drawing: JpegImage | null;
  readonly models: readonly ModelIdentity[];
}

export interface ReportSeverityDependencies {
  readonly pictures: Pick<ReportPictures, 'readSeverity'>;
  readonly catalogue: Catalogue;
}

/**
 * Every score of a report, each on the photograph that shows its condition best. What cannot be read with the models of
 * this device is left out.
 * @throws DeviceError what the reader throws
 */
export async function countReportSeverities(
  ground: SeverityGround,
  { pictures, catalogue }: ReportSeverityDependencies,
): Promise<readonly DrawnSeverity[]> {
  const { content, images } = ground;
  const planned = chooseScorers(ground.scorers, ground.pathology).map((scorer) => {
    const condition = presume(scorer, ground, catalogue);
    return { scorer, condition, imageIndex: chooseTellingPhotograph(content.images, condition) };
  });
  const indices = [...new Set(planned.map(({ imageIndex }) => imageIndex))];
  const drawn = await Promise.all(
    indices.map(async (imageIndex) => {
      const own = planned.filter((each) => each.imageIndex === imageIndex);
      const label = labelAt(images, imageIndex);
      const lookFor = [...new Set(own.map(({ scorer }) => scorer.seen.lookFor))];
      const reading = await pictures.readSeverity(label, lookFor);
      return own.flatMap((each) => countOne({ ...each, label, reading }, ground) ?? []);
    }),
  );
  return drawn.flat();
}

interface ReadScorer {
  readonly scorer: ReportScorer;
  readonly condition: string;
  readonly imageIndex: number;
  readonly label: NumberedLabel;
  readonly reading: SeverityReading;
}

function countOne(read: ReadScorer, { site, pathology }: SeverityGround): DrawnSeverity | undefined {
  const { scorer, condition, imageIndex, label, reading } = read;
  const counted = countUnlessBlind(scorer, site, reading);
  if (counted === undefined) return undefined;
  const { pictures, ...score } = counted;
  const isForeign = pathology !== null && !isMadeFor(scorer.system, pathology);
  const warnings = [...score.warnings, ...(isForeign ? ['notForCondition'] : [])];
  return {
    severity: {
      score: { ...score, warnings, pictures: [], change: null },
      condition,
      forced: scorer.forced,
      imageIndex,
      photograph: toAssessedPhotograph(site.code, label, reading),
    },
    drawing: chooseDrawing(pictures),
    models: reading.models,
  };
}

/** What is said of the photographs, with a warning where a score that was asked for is none of those counted. */
export function warnOfMissing(
  content: DiagnosisContent,
  scorers: readonly ReportScorer[],
  drawn: readonly DrawnSeverity[],
): DiagnosisContent {
  const counted = drawn.map(({ severity }) => severity.score.code);
  const isMissing = scorers.some(({ forced, system }) => forced && !counted.includes(system.code));
  return isMissing ? { ...content, warnings: [...content.warnings, 'forcedScoreUnread'] } : content;
}

/** A score that no model reads is no reason to refuse the report. */
function countUnlessBlind(
  scorer: ReportScorer,
  site: Site,
  reading: SeverityReading,
): CountedPhotograph | undefined {
  try {
    return countPhotograph(scorer, { site, reading, answers: scorer.answers, person: {} });
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== 'invalidRequest') throw error;
    return undefined;
  }
}

/** The pathology where the score was made for it, else the first of the differential that it was made for. */
function presume({ system }: ReportScorer, ground: SeverityGround, catalogue: Catalogue): string {
  const { pathology, content } = ground;
  if (pathology !== null && isMadeFor(system, pathology)) return pathology.slug;
  const bySlug = new Map(catalogue.conditions.map((condition) => [condition.slug, condition]));
  const isOwn = (slug: string) => {
    const condition = bySlug.get(slug);
    return condition !== undefined && isMadeFor(system, condition);
  };
  const [first] = content.conclusions;
  const own = content.conclusions.find(({ condition }) => isOwn(condition)) ?? first;
  return own?.condition ?? findPurpose(system, catalogue);
}

/** Where there is no differential: the first condition that the score was made for. */
function findPurpose(system: ReportScorer['system'], { conditions }: Catalogue): string {
  const own = system.conditions !== null && conditions.find((condition) => isMadeFor(system, condition));
  return own ? own.slug : 'nonSpecificFinding';
}

/** The whole photograph with what was found on it; a bare mask explains nothing to a reader. */
function chooseDrawing(pictures: readonly NamedPicture[]): JpegImage | null {
  const drawn = ['annotation', 'segmentation'];
  return pictures.find(({ name }) => drawn.includes(name))?.image ?? null;
}

function labelAt(images: readonly NumberedLabel[], index: number): NumberedLabel {
  const label = images[index];
  if (label === undefined) throw new Error(`Expected photograph ${index} to be in the request`);
  return label;
}
