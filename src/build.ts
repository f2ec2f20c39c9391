// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { buildReader, type ReadingRoom } from './build/build-reader.ts';
import type { ReportServices } from './build/build-reports.ts';
import { buildServices } from './build/build-services.ts';
import { buildOutbox } from './build/build-webhooks.ts';
import { type DescribedScores, describeScores } from './build/describe-scores.ts';
import { describeStrictReports, type StrictReports } from './build/describe-strict-reports.ts';
import { openDraftSweep } from './build/open-draft-sweep.ts';
import { buildLedger, clock, ids, softwareVersion, toPublicUrl } from './build/open-ledger.ts';
import { openMediaSweep } from './build/open-media-sweep.ts';
import { openPrivacy } from './build/open-privacy.ts';
import { openSafeRetries } from './build/open-safe-retries.ts';
import { bodySites } from './catalogue/body-sites.ts';
import type { Config } from './config.ts';
import type { AssessBody } from './device/assess-body.ts';
import type { AssessPhotograph } from './device/assess-photograph.ts';
import type { AssessSeverity } from './device/assess-severity.ts';
import type { CheckImageQuality } from './device/check-image-quality.ts';
import { checkReady } from './device/check-ready.ts';
import type { Diagnose } from './device/diagnose.ts';
import type { FirstAccount } from './device/ensure-first-account.ts';
import type { FollowEvolution } from './device/follow-evolution.ts';
import type { Authenticate, LogIn } from './device/log-in.ts';
import type { SafeRetries } from './device/safe-retries.ts';
import type { AdminDesks } from './http/admin/admin.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/create-app.ts';
import { createLogger } from './http/create-logger.ts';
import { type HeldPort, holdPort } from './http/hold-port.ts';
import { hangUp, listen, toOrigin } from './http/listen.ts';
import { toLimits } from './http/to-limits.ts';
import { toWelcomeAccount, writeWelcome } from './http/welcome.ts';
import { defaultPrintingLimits, openPrintingRoom } from './report/open-printing-room.ts';
import { lockDataFolder } from './store/data-folder-lock.ts';
import type { MediaStore } from './store/media/media-store.ts';
import type { Store } from './store/store.ts';
import { defaultReaderLimits } from './vision/create-image-reader.ts';
import { interpretQuality } from './vision/media-validity.ts';

const projectDir = resolve(import.meta.dirname, '..');
const samplePhoto = 'examples/photos/melanoma-1.jpg';
/** A little more than the ten seconds that a photograph may take where nobody allows more. */
const drainDeadlineMs = 15_000;

/** Everything behind the door. */
export interface Device extends ReadingRoom, ReportServices, AdminDesks {
  readonly store: Store;
  readonly media: MediaStore;
  readonly safeRetries: SafeRetries;
  /** Makes the first account of an empty house. */
  ensureAccount(): Promise<FirstAccount>;
  readonly logIn: LogIn;
  readonly authenticate: Authenticate;
  readonly diagnose: Diagnose;
  readonly assessSeverity: AssessSeverity;
  readonly assessPhotograph: AssessPhotograph;
  readonly assessBody: AssessBody;
  readonly followEvolution: FollowEvolution;
  readonly checkImageQuality: CheckImageQuality;
  close(): Promise<void>;
}

/** @throws DataFolderTakenError; Error with a message for the operator when models or database cannot be used */
export async function buildDevice(config: Config, logger: Logger): Promise<Device> {
  // Closed in reverse order, also when a later part cannot be built.
  const opened = new AsyncDisposableStack();
  try {
    const lock = await lockDataFolder(config.dataDir);
    opened.defer(() => lock.release());
    const ledger = await buildLedger(config, logger);
    opened.defer(() => ledger.close());
    const room = await buildReader(config, logger);
    opened.defer(() => room.reader.close());
    const printingRoom = openPrintingRoom(defaultPrintingLimits);
    opened.defer(() => printingRoom.close());
    const { safeRetries, stop } = await openSafeRetries({
      ...ledger,
      store: ledger.store.idempotency,
      // The data folder, and the database in it, is this server's alone.
      isAlone: config.databaseUrl === null,
      log: logger,
    });
    opened.defer(stop);
    const privacy = await openPrivacy({ ...ledger, log: logger });
    opened.defer(() => privacy.stop());
    const sweep = await openMediaSweep({ ...ledger, log: logger });
    opened.defer(() => sweep.stop());
    const draftSweep = openDraftSweep({ ...ledger, drafts: ledger.store.drafts, log: logger });
    opened.defer(() => draftSweep.stop());
    const publicUrl = toPublicUrl(config);
    const parts = { ...ledger, ...room, printingRoom, privacy, softwareVersion, publicUrl, log: logger };
    const services = await buildServices(config, parts);
    // Who waits for a report on a page has no request open that would be waited for.
    const untilLate = () => sleep(drainDeadlineMs, undefined, { ref: false });
    opened.defer(() => Promise.race([services.analyseDraft.settle(), untilLate()]));
    return {
      ...room,
      ...services,
      store: ledger.store,
      media: ledger.media,
      safeRetries,
      close: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

export interface Server {
  readonly app: App;
  readonly device: Device;
  /** Starts to answer and says so, in words for the terminal. @throws AddressError */
  listen(): Promise<string>;
  /** Lets requests in hand finish, then closes everything. */
  close(): Promise<void>;
}

/** The whole house, ready to listen. @throws AddressError; what `buildDevice` throws */
export async function buildServer(config: Config): Promise<Server> {
  const held = await holdPort(config);
  try {
    return await buildServerAt({ ...config, port: held.port }, held);
  } catch (error) {
    await held.release();
    throw error;
  }
}

async function buildServerAt(config: Config, held: HeldPort): Promise<Server> {
  const logger = createLogger(config);
  const scores = await describeScores(config);
  const device = await buildDevice(config, logger);
  const strict = describeStrictReports({ ...scores, publicUrl: toPublicUrl(config), softwareVersion });
  const app = await buildApp(config, { ...device, ...scores, ...strict }, logger);
  const told = { ...device, ...scores, clock, ids, softwareVersion, log: logger };
  const outbox = await buildOutbox(config, told);
  return {
    app,
    device,
    async listen() {
      const account = await device.ensureAccount();
      await held.release();
      const port = await listen(app, config).catch(async (error: unknown) => {
        // Its password will not be seen: the next start makes a new one.
        if (account.kind === 'made') await device.store.accounts.remove(account.email);
        throw error;
      });
      const { models, status } = device.reader;
      const sample = existsSync(resolve(projectDir, samplePhoto)) ? samplePhoto : undefined;
      const origin = toOrigin(config.host, port);
      const { workers } = status();
      return writeWelcome({
        softwareVersion,
        origin,
        account: toWelcomeAccount(account),
        workers,
        models,
        samplePhoto: sample,
      });
    },
    async close() {
      await held.release();
      await hangUp(app, { deadlineMs: drainDeadlineMs });
      await outbox.stop();
      await device.close();
    },
  };
}

async function buildApp(
  config: Config,
  device: Device & DescribedScores & StrictReports,
  logger: Logger,
): Promise<App> {
  const publicUrl = toPublicUrl(config);
  return createApp({
    ...device,
    bodySites,
    models: device.reader.models,
    limits: toLimits({
      ...config,
      maxPixels: defaultReaderLimits.maxPixels,
      qualityAcceptableFrom: config.qualityThreshold,
      interpretQuality,
    }),
    findTokenHolder: device.authenticate,
    checkReady: () => checkReady(device),
    readWorkers: () => device.reader.status(),
    clock,
    logger,
    pagesDir: resolve(projectDir, 'web', 'dist'),
    publicUrl,
    securityContact: config.securityContact ?? `${publicUrl}/`,
    softwareVersion,
    tokenLifetimeMinutes: config.tokenLifetimeMinutes,
    trustProxy: config.trustProxy,
  });
}
