// SPDX-License-Identifier: Apache-2.0
import type {
  ClinicalIndicator,
  DiagnosisWarning,
  MediaValidity,
  Model,
  QualityReason,
} from '@openderm/contract';

/** A picture to lay over the photograph. */
export interface HeatMapPicture {
  readonly source: string;
  /** The device's own words on what it shows. */
  readonly title: string;
}

/** One line of a ranked differential, as shown. */
export interface Entry {
  readonly rank: number;
  readonly name: string;
  /** Verbatim ICD-11 title and code; null for *Non-specific finding*. */
  readonly icd11: { readonly code: string; readonly title: string } | null;
  readonly probabilityPercent: number;
  readonly evidence: 'image' | 'prior';
  readonly heatMap: HeatMapPicture | null;
}

export type IndicatorName = keyof ClinicalIndicator;

/** What was read off one photograph, or off all together. All percents 0-100. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly indicatorPercents: Readonly<Record<IndicatorName, number>>;
  readonly entropyPercent: number;
  /** Null without image evidence; absent where the device states it for the whole request only. */
  readonly sensitivityPercent?: number | null;
  readonly specificityPercent?: number | null;
  /** Share of the conclusions that the picture itself speaks for. */
  readonly imageEvidencePercent: number;
}

export interface Validity {
  readonly isValid: boolean;
  readonly score: number;
  readonly band: MediaValidity['quality']['interpretation'];
  readonly isAcceptable: boolean;
  readonly isSkin: boolean;
  readonly skinPercent: number;
  readonly modality: MediaValidity['modality']['value'];
  readonly modalityPercent: number | null;
  readonly reasons: readonly QualityReason[];
}

export interface PhotoReading extends Reading {
  /** Upright size of the photograph as the device received it. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly validity: Validity;
}

export interface ModelCredit {
  readonly name: string;
  readonly version: string;
  readonly task: Model['task'];
  readonly licenceId: string;
  readonly licenceNote: string;
  readonly allowsCommercialUse: boolean;
}

/** One answered analysis, ready to be shown. */
export interface Answer {
  readonly id: string;
  readonly issued: string;
  readonly durationS: number;
  readonly together: Reading;
  readonly photos: readonly PhotoReading[];
  readonly warnings: readonly DiagnosisWarning[];
  readonly models: readonly ModelCredit[];
  readonly catalogueVersion: string;
}
