// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { LocalAssessment } from '../record/photograph-assessment.ts';
import type { NumberedLabel } from './diagnose.ts';
import type { NamedCondition } from './read-known-condition.ts';
import type { RequestedScore } from './read-score.ts';

/** What a request says; undefined where the door has found a fault in it. */
export interface PhotographRequest {
  readonly accountId: string;
  readonly bodySite: string | undefined;
  readonly condition: NamedCondition | undefined;
  /** Answers as sent: `{}` where the request carries none. */
  readonly scores: readonly RequestedScore[];
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** The photograph, by the number that `addImage` gave it. */
  readonly image: NumberedLabel | undefined;
  /** Masks, outlines and boxes, drawn at the photograph's own size. */
  readonly withPictures: boolean;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** One request being answered. A photograph is read once the whole request is understood. */
export interface PhotographInProgress {
  /** Keeps a photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Reads the photograph, counts and keeps the scores, returns them.
   * @throws DeviceError `invalidRequest` with every fault of the request; what the reader throws, with `imageNumber`;
   * whatever the store throws: an answer that could not be kept is not given
   */
  finish(request: PhotographRequest): Promise<LocalAssessment>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

/** Scores of one photograph of one body site. */
export interface AssessPhotograph {
  start(accountId: string): PhotographInProgress;
}
