// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ResolveCondition } from '../catalogue/resolve-condition.ts';
import type { Diagnosis } from '../record/diagnosis.ts';
import type { ImageAnalysis } from '../record/image-analysis.ts';
import type { Disturbance } from '../vision/disturbances.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import type { Outliner } from '../vision/nets/create-outliner.ts';

/** A photograph that was read, under the name it is printed with. */
export interface NamedAnalysis {
  readonly title: string;
  readonly analysis: ImageAnalysis;
}

/** The device without its server: what the wiring hands to a command that reads photographs. */
export interface Workbench {
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
  readonly resolveCondition: ResolveCondition;
  /** The same arithmetic that answers over HTTP; nothing is kept. */
  diagnose(images: readonly NamedAnalysis[]): Diagnosis;
  /** The answer in the shape it has on the wire. */
  present(diagnosis: Diagnosis): unknown;
  /** What may happen to photographs on their way; answers should not change by it. */
  readonly disturbances: readonly Disturbance[];
  /** The net that outlines; null where the model set has none. Closed by whoever opened it. */
  openOutliner(): Promise<Outliner | null>;
  close(): Promise<void>;
}

/** Starts worker processes and loads the models: slow, so a command checks its arguments first. */
export type OpenWorkbench = () => Promise<Workbench>;
