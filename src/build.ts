// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import manifest from '../package.json' with { type: 'json' };
import { buildPrivacyOffice } from './build/build-privacy-office.ts';
import { buildReader, type ReadingRoom } from './build/build-reader.ts';
import type { ReportServices } from './build/build-reports.ts';
import { buildServices } from './build/build-services.ts';
import { buildOutbox, buildWebhookDesk } from './build/build-webhooks.ts';
import { type DescribedScores, describeScores } from './build/describe-scores.ts';
import { describeStrictReports, type StrictReports } from './build/describe-strict-reports.ts';
import { openMediaSweep } from './build/open-media-sweep.ts';
import { openPrivacy } from './build/open-privacy.ts';
import { openSafeRetries } from './build/open-safe-retries.ts';
import { watchedCompanies } from './build/watched-companies.ts';
import { bodySites } from './catalogue/body-sites.ts';
import { catalogue } from './catalogue/conditions.ts';
import { createResolveCondition } from './catalogue/resolve-condition.ts';
import type { Archive } from './cli/analyses.ts';
import type { OpenAuditDesk } from './cli/audit.ts';
import type { OpenCompanyDesk } from './cli/company-context.ts';
import type { ModelShelf } from './cli/models.ts';
import type { PrivacyOffice } from './cli/privacy-context.ts';
import type { OpenAccountDesk } from './cli/user.ts';
import type { OpenWebhookDesk } from './cli/webhook-context.ts';
import type { Workbench } from './cli/workbench.ts';
import type { Config } from './config.ts';
import type { AssessBody } from './device/assess-body.ts';
import type { AssessPhotograph } from './device/assess-photograph.ts';
import type { AssessSeverity } from './device/assess-severity.ts';
import type { CheckImageQuality } from './device/check-image-quality.ts';
import { checkReady } from './device/check-ready.ts';
import type { Diagnose } from './device/diagnose.ts';
import { diagnosisOfImages } from './device/diagnosis-of-images.ts';
import type { FirstAccount } from './device/ensure-first-account.ts';
import { findStrangers } from './device/find-strangers.ts';
import type { FollowEvolution } from './device/follow-evolution.ts';
import type { Authenticate, LogIn } from './device/log-in.ts';
import { createAccountDesk } from './device/manage-accounts.ts';
import { createAuditDesk } from './device/manage-audit.ts';
import { createCompanyDesk } from './device/manage-companies.ts';
import { modelsOfDiagnosis } from './device/models-of-diagnosis.ts';
import type { SafeRetries } from './device/safe-retries.ts';
import { toConditionCodes } from './fhir/conclusion.ts';
import { toDiagnosticReport } from './fhir/diagnostic-report.ts';
import { createUuidV7 } from './gate/create-uuid-v7.ts';
import { createPasswordHasher, type PasswordHasher } from './gate/password-hash.ts';
import type { AdminDesks } from './http/admin/admin.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/create-app.ts';
import { createLogger } from './http/create-logger.ts';
import { hangUp, listen, toOrigin } from './http/listen.ts';
import { toLimits } from './http/to-limits.ts';
import { toWelcomeAccount, writeWelcome } from './http/welcome.ts';
import { defaultPrintingLimits, openPrintingRoom } from './report/open-printing-room.ts';
import { lockDataFolder } from './store/data-folder-lock.ts';
import type { MediaStore } from './store/media/media-store.ts';
import { openMediaStore } from './store/media/open-media-store.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { checkModel } from './vision/check-model.ts';
import { chooseModelSet } from './vision/choose-model-set.ts';
import { defaultReaderLimits } from './vision/create-image-reader.ts';
import { disturbances } from './vision/disturbances.ts';
import { listModels } from './vision/list-models.ts';
import { interpretQuality } from './vision/media-validity.ts';
import { createOutliner } from './vision/nets/create-outliner.ts';

const softwareVersion = manifest.version;
const projectDir = resolve(import.meta.dirname, '..');
const samplePhoto = 'examples/photos/melanoma-1.jpg';
/** A little more than the ten seconds that a photograph may take. */
const drainDeadlineMs = 15_000;

const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
const ids = { create: () => createUuidV7(clock.nowMs()) };

export interface Ledger {
  readonly store: Store;
  readonly media: MediaStore;
  readonly passwords: PasswordHasher;
  readonly clock: typeof clock;
  readonly ids: typeof ids;
  close(): Promise<void>;
}

/** Accounts and records, without models: for commands that work beside a running server. */
export async function buildLedger(config: Config, logger = createLogger(config)): Promise<Ledger> {
  const { dataDir, databaseUrl, storage } = config;
  const store = await openStore({ dataDir, databaseUrl: databaseUrl?.reveal(), log: logger });
  const media = await openMediaStore(storage);
  const close = async () => {
    media.close();
    await store.close();
  };
  return { store, media, passwords: createPasswordHasher(), clock, ids, close };
}

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
    const publicUrl = toPublicUrl(config);
    const parts = { ...ledger, ...room, printingRoom, privacy, softwareVersion, publicUrl };
    const services = await buildServices(config, parts);
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

/** The whole house, ready to listen. */
export async function buildServer(config: Config): Promise<Server> {
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
      await hangUp(app, { deadlineMs: drainDeadlineMs });
      await outbox.stop();
      await device.close();
    },
  };
}

/** Where clients find this server. */
function toPublicUrl({ publicUrl, host, port }: Config): string {
  return publicUrl ?? toOrigin(host, port);
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

/** What a command needs that reads photographs from files: the same arithmetic as over HTTP, and no record. */
export async function buildWorkbench(config: Config): Promise<Workbench> {
  const { reader } = await buildReader(config, createLogger(config));
  const settings = { imageEvidenceThreshold: config.imageEvidenceThreshold };
  const codes = toConditionCodes(catalogue);
  return {
    reader,
    catalogue,
    resolveCondition: createResolveCondition(catalogue),
    diagnose(images) {
      const labelled = images.map(({ title, analysis }) => ({ title, contentType: null, analysis }));
      const content = diagnosisOfImages(labelled, {
        catalogue,
        models: modelsOfDiagnosis(reader.models),
        settings,
      });
      const durationS = images.reduce((sum, { analysis }) => sum + analysis.timings.totalS, 0);
      return { id: ids.create(), issuedAtMs: clock.nowMs(), durationS, ...content };
    },
    present: (diagnosis) => toDiagnosticReport(diagnosis, codes),
    disturbances,
    async openOutliner() {
      const { segmentation } = await chooseModelSet(config.modelsDir, config.modelSet);
      return segmentation && createOutliner(segmentation.dir, defaultReaderLimits.maxPixels);
    },
    close: () => reader.close(),
  };
}

/** The folder of models, without loading any to answer with. */
export function buildShelf({ modelsDir }: Pick<Config, 'modelsDir'>): ModelShelf {
  return {
    dir: modelsDir,
    list: () => listModels(modelsDir),
    check: async (dir) => [...(await checkModel(dir)), ...(await findStrangers(dir, catalogue))],
  };
}

/** Who may log in, for commands that work beside a running server. */
export async function buildAccountDesk(config: Config): Promise<OpenAccountDesk> {
  const { store, passwords, close } = await buildLedger(config);
  const desk = createAccountDesk({
    accounts: store.accounts,
    companies: store.companies,
    passwords,
    clock,
    newId: ids.create,
  });
  return { ...desk, close };
}

/** Whose reports there are, for commands that work beside a running server. */
export async function buildCompanyDesk(config: Config): Promise<OpenCompanyDesk> {
  const { store, close } = await buildLedger(config);
  const companies = watchedCompanies({ store, clock, ids }, { kind: 'operator', id: null });
  const desk = createCompanyDesk({ companies, clock, newId: ids.create });
  return { ...desk, close };
}

/** Whose servers are told what, for commands that work beside a running server. */
export async function openWebhookDesk(config: Config): Promise<OpenWebhookDesk> {
  const { store, close } = await buildLedger(config);
  return { ...(await buildWebhookDesk(config, { store, clock, ids })), close };
}

/** Who reached for what, for commands that work beside a running server. */
export async function openAuditDesk(config: Config): Promise<OpenAuditDesk> {
  const { store, close } = await buildLedger(config);
  return { ...createAuditDesk(store), close };
}

/** What is kept of patients, to be handed out or erased, for commands that work beside a running server. */
export async function openPrivacyOffice(config: Config): Promise<PrivacyOffice> {
  const ledger = await buildLedger(config);
  const parts = { ...ledger, publicUrl: toPublicUrl(config), softwareVersion };
  return { ...(await buildPrivacyOffice(config, parts)), close: ledger.close };
}

/** What was answered, for commands that work beside a running server. */
export async function buildArchive(config: Config): Promise<Archive> {
  const { store, close } = await buildLedger(config);
  const { analyses, assessments } = store;
  return { analyses, assessments, findAccount: (id) => store.accounts.findById(id), catalogue, close };
}
