// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '../errors.ts';
import type { GlobalAssessment } from '../record/photograph-assessment.ts';
import type { NumberedLabel } from './diagnose.ts';
import type { NamedCondition } from './read-known-condition.ts';
import type { RequestedScore } from './read-score.ts';

/** One photographed site of a whole-body score. */
export interface RequestedSite {
  /** As sent: the key of `item`. */
  readonly bodySite: string;
  /** As sent, `{}` where there are none; undefined where the door has found a fault in their place. */
  readonly answers: unknown;
  /** By the number that `addImage` gave it; undefined where the door has found a fault in its place. */
  readonly image: NumberedLabel | undefined;
}

/** A whole-body score that a request asks for. */
export interface RequestedBodyScore extends Pick<RequestedScore, 'code' | 'previous'> {
  /** About the person rather than a site, as sent, `{}` where there are none; undefined where the door refused them. */
  readonly personAnswers: unknown;
  readonly sites: readonly RequestedSite[];
}

/** What a request says; undefined where the door has found a fault in it. */
export interface BodyRequest {
  readonly accountId: string;
  readonly condition: NamedCondition | undefined;
  readonly scores: readonly RequestedBodyScore[];
  /** The integrator's own key of the patient. */
  readonly subject: string | null;
  /** Masks, outlines and boxes, drawn at the photographs' own size. */
  readonly withPictures: boolean;
  /** Faults that the door has found. */
  readonly problems: readonly FieldProblem[];
}

/** One request being answered. Photographs are read once the whole request is understood. */
export interface BodyInProgress {
  /** Keeps a photograph (base64 text as on the wire); returns its number, from 0. */
  addImage(base64: Uint8Array): number;
  /**
   * Reads the photographs, counts and keeps the scores, returns them.
   * @throws DeviceError `invalidRequest` with every fault of the request; what the reader throws, with `imageNumber`;
   * whatever the store throws: an answer that could not be kept is not given
   */
  finish(request: BodyRequest): Promise<GlobalAssessment>;
  /** Gives up: stops what has not started. */
  abandon(): void;
}

/** Whole-body scores of photographs of several sites. */
export interface AssessBody {
  start(accountId: string): BodyInProgress;
}
