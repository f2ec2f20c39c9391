// SPDX-License-Identifier: Apache-2.0
import type { Dermoscope } from '@openderm/contract';
import type { Condition } from '../catalogue/catalogue.ts';
import { DeviceError, type FieldProblem } from '../errors.ts';
import type { AnamnesisAnswer } from '../record/report-record.ts';
import type { ScoringSystem, Site } from '../scoring/scoring-system.ts';
import type { NumberedLabel } from './diagnose.ts';
import { mostProblems } from './field-reading.ts';
import type { ReadBodySite } from './read-body-site.ts';
import { noReading } from './read-severity-request.ts';
import { type ReportScorer, readReportScorers, type SeverityWishes } from './report-scorers.ts';

/** What an integrator's backend asks for; undefined where the door has found a fault. */
export interface ReportRequest extends SeverityWishes {
  readonly bodySite: string | undefined;
  /** The photographs of the lesion, by the numbers that `addImage` gave them, in the order of the request. */
  readonly images: readonly NumberedLabel[];
  /** A photograph that shows where on the body the lesion is; not analysed for the differential. */
  readonly contextImage: NumberedLabel | null;
  readonly visitIdentifier: string | null;
  /** JSON text of an object. */
  readonly extraData: string | null;
  readonly anamnesis: readonly AnamnesisAnswer[];
  /** With what `images` were taken; null or absent where nobody says so. */
  readonly dermoscope?: Dermoscope | null;
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** What is known of the patient: scores made for it are counted whatever the photographs look like. */
  readonly knownCondition?: Condition | null;
  /** True: nobody asks what it may be. */
  readonly severityOnly?: boolean;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** A request for a report, understood. */
export interface UnderstoodReport extends Pick<ReportRequest, 'images' | 'contextImage'> {
  readonly site: Site;
  readonly scorers: readonly ReportScorer[];
}

export interface ReportReaders {
  readonly systems: readonly ScoringSystem[];
  readonly readBodySite: ReadBodySite;
}

/** @throws DeviceError `invalidRequest` with every fault of the request, those of the door included */
export function readReportRequest(request: ReportRequest, readers: ReportReaders): UnderstoodReport {
  const site = request.bodySite === undefined ? noReading : readers.readBodySite(request.bodySite);
  const { scorers, problems: unscorable } = readReportScorers(request, readers.systems, site.value);
  const problems = [...request.problems, ...(site.problems ?? []), ...unscorable];
  if (problems.length > 0 || site.value === undefined || request.images.length === 0)
    throw new DeviceError('invalidRequest', { problems: problems.slice(0, mostProblems) });
  return { site: site.value, scorers, images: request.images, contextImage: request.contextImage };
}
