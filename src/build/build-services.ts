// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Config } from '../config.ts';
import { createCheckImageQuality } from '../device/check-image-quality.ts';
import { createDiagnose } from '../device/diagnose.ts';
import { ensureFirstAccount } from '../device/ensure-first-account.ts';
import { createFollowEvolution } from '../device/follow-evolution.ts';
import { createFindChange } from '../device/follow-subject.ts';
import { createAuthenticate, createLogIn } from '../device/log-in.ts';
import { createAccessTokens } from '../gate/access-token.ts';
import { createLoginThrottle } from '../gate/login-throttle.ts';
import type { PasswordHasher } from '../gate/password-hash.ts';
import type { PrintingRoom } from '../report/open-printing-room.ts';
import { scoringSystems } from '../scoring/systems.ts';
import type { MediaStore } from '../store/media/media-store.ts';
import { createPhotographFolder } from '../store/photographs/create-photograph-folder.ts';
import type { Store } from '../store/store.ts';
import type { ImageReader } from '../vision/image-reader.ts';
import { buildAdmin } from './build-admin.ts';
import { buildAssessPhotographs } from './build-assess-photographs.ts';
import { buildAssessSeverity } from './build-assess-severity.ts';
import { buildReports } from './build-reports.ts';
import { obtainHashSubject } from './obtain-hash-subject.ts';
import type { Privacy } from './open-privacy.ts';

/** What the device's use cases are made of. */
export interface ServiceParts {
  readonly store: Store;
  readonly media: MediaStore;
  readonly reader: ImageReader;
  readonly catalogue: Catalogue;
  readonly passwords: PasswordHasher;
  readonly clock: { nowMs(): number; monotonicMs(): number };
  readonly ids: { create(): string };
  readonly printingRoom: PrintingRoom;
  readonly privacy: Privacy;
  readonly softwareVersion: string;
  /** Where clients find this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly log: { error(details: object, message: string): void };
}

/** As the security room's tokens want it: the size of the hash behind HS256. @source RFC 7518, 3.2 */
const tokenSecretBytes = 32;

/** Everything that the door may ask the device for. */
export async function buildServices(config: Config, parts: ServiceParts) {
  const { reader, store, passwords, catalogue, clock, ids, softwareVersion } = parts;
  const { accounts, analyses, assessments, secrets } = store;
  const hashSubject = await obtainHashSubject(secrets);
  const tokens = createAccessTokens({
    secret: await secrets.obtain('access-token', tokenSecretBytes),
    lifetimeMinutes: config.tokenLifetimeMinutes,
    clock,
  });
  const settings = {
    imageEvidenceThreshold: config.imageEvidenceThreshold,
    qualityAcceptableFrom: config.qualityThreshold,
  };
  const photographs = config.keepPhotos ? createPhotographFolder(config.dataDir) : null;
  const findChange = createFindChange({ assessments, hashSubject });
  const kept = { assessments, findChange, clock, ids, softwareVersion };
  const account = { email: config.adminEmail, password: config.adminPassword?.reveal() ?? null };
  const authenticate = createAuthenticate({ accounts, tokens });
  return {
    ensureAccount: () => ensureFirstAccount({ ...account, accounts, passwords, clock, newId: ids.create }),
    logIn: createLogIn({ accounts, passwords, tokens, throttle: createLoginThrottle(clock) }),
    authenticate,
    ...(await buildAdmin(config, { ...parts, authenticate })),
    diagnose: createDiagnose({
      reader,
      analyses,
      photographs,
      catalogue,
      clock,
      ids,
      settings,
      softwareVersion,
    }),
    checkImageQuality: createCheckImageQuality({ reader, clock, ids }),
    followEvolution: createFollowEvolution({ assessments, hashSubject, systems: scoringSystems }),
    assessSeverity: buildAssessSeverity(kept),
    ...(await buildReports({ ...parts, hashSubject, settings })),
    ...buildAssessPhotographs({ ...kept, reader, photographs }),
  };
}
