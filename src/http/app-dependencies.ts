// SPDX-License-Identifier: Apache-2.0
import type { ClinicalSignsResponse, LimitsResponse, QuestionnairesResponse } from '@openderm/contract';
import type { FastifyBaseLogger } from 'fastify';
import type { BodySite } from '../catalogue/body-sites.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { AssessBody } from '../device/assess-body.ts';
import type { AssessPhotograph } from '../device/assess-photograph.ts';
import type { AssessSeverity } from '../device/assess-severity.ts';
import type { CheckImageQuality } from '../device/check-image-quality.ts';
import type { Diagnose } from '../device/diagnose.ts';
import type { FollowEvolution } from '../device/follow-evolution.ts';
import type { ModelIdentity } from '../record/model-identity.ts';
import type { ReaderStatus } from '../vision/image-reader.ts';
import type { LoginAttempt } from './login.ts';
import type { FindTokenHolder } from './require-token.ts';
import type { SeverityAssessmentAutomaticDependencies } from './severity-assessment-automatic.ts';
import type { SeverityAssessmentManualDependencies } from './severity-assessment-manual.ts';

/** Everything the hall is given; it looks nothing up. */
export interface AppDependencies {
  readonly diagnose: Diagnose;
  readonly checkImageQuality: CheckImageQuality;
  readonly assessSeverity: AssessSeverity;
  readonly presentSeverity: SeverityAssessmentManualDependencies['presentSeverity'];
  readonly assessPhotograph: AssessPhotograph;
  readonly assessBody: AssessBody;
  readonly writeLocalReport: SeverityAssessmentAutomaticDependencies['writeLocalReport'];
  readonly writeGlobalReport: SeverityAssessmentAutomaticDependencies['writeGlobalReport'];
  readonly followEvolution: FollowEvolution;
  readonly catalogue: Catalogue;
  readonly bodySites: readonly BodySite[];
  readonly questionnaires: QuestionnairesResponse;
  readonly clinicalSigns: ClinicalSignsResponse;
  readonly models: readonly ModelIdentity[];
  readonly limits: LimitsResponse;
  logIn(attempt: LoginAttempt): Promise<string>;
  readonly findTokenHolder: FindTokenHolder;
  checkReady(): Promise<void>;
  readWorkers(): ReaderStatus;
  readonly clock: { nowMs(): number };
  readonly logger: FastifyBaseLogger;
  readonly pagesDir: string;
  readonly publicUrl: string;
  readonly securityContact: string;
  readonly softwareVersion: string;
  readonly tokenLifetimeMinutes: number;
  readonly trustProxy: boolean;
}
