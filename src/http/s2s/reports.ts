// SPDX-License-Identifier: Apache-2.0
import {
  CreateReportQuery,
  CreateReportRequest,
  Envelope,
  FhirReport,
  RawReport,
  ReportQuery,
} from '@openderm/contract';
import fhirExample from '@openderm/contract/examples/fhir-report.response.json' with { type: 'json' };
import rawExample from '@openderm/contract/examples/raw-report.response.json' with { type: 'json' };
import requestExample from '@openderm/contract/examples/report.request.json' with { type: 'json' };
import type { FastifyReply, FastifyRequest, FastifyTypeProviderDefault } from 'fastify';
import Type from 'typebox';
import type { BodySite } from '../../catalogue/body-sites.ts';
import type { WatchedReports } from '../../device/audit-reads.ts';
import type { CreateReport } from '../../device/create-report.ts';
import type { OpenPicture } from '../../device/open-picture.ts';
import type { PresentableReport } from '../../device/read-report.ts';
import type { ReportRequest } from '../../device/report-request.ts';
import { listDicomPhotographs } from '../../fhir/dicom/dicom-photographs.ts';
import type { App } from '../app.ts';
import { toEnvelopeSchemas } from '../error-schemas.ts';
import { fhirContentType } from '../fhir/wants-fhir.ts';
import type { ReceiveImages } from '../image-intake.ts';
import { imageRefusals } from '../image-route-errors.ts';
import { claimOf, heldKeyOf } from '../retries/held-key.ts';
import { sendJsonPieces } from '../send-json-pieces.ts';
import { prefixes } from './envelope-error.ts';
import { readAudience, readFormat, readReportLocale } from './read-report-query.ts';
import { callerOf, companyOf, needsApiToken, type RequireApiToken } from './require-api-token.ts';
import { sendDicom } from './send-dicom.ts';

/** A view of a report as the integrator reads it, as JSON text. */
export type WriteReport = (report: PresentableReport) => string;

export interface ReportsDependencies {
  readonly requireApiToken: RequireApiToken;
  readonly receiveReport: ReceiveImages<ReportRequest>;
  readonly createReport: CreateReport;
  readonly readReport: Pick<WatchedReports, 'open' | 'present' | 'recall'>;
  readonly openPicture: OpenPicture;
  readonly bodySites: readonly BodySite[];
  readonly writeRawReport: WriteReport;
  readonly writeFhirReport: WriteReport;
  readonly writeStrictReport: WriteReport;
}

/** Reports that a company's backend makes and fetches. */
export function routeReports(app: App, dependencies: ReportsDependencies): void {
  for (const { prefix, suffix } of prefixes) {
    const path = `${prefix}/anonymous-diagnostic-reports`;
    routeCreate(app, { ...dependencies, path, suffix });
    routeRead(app, { ...dependencies, path: `${path}/:encryptedId`, suffix });
  }
}

interface Place extends ReportsDependencies {
  readonly path: string;
  readonly suffix: string;
}

function routeCreate(app: App, place: Place): void {
  const { requireApiToken, receiveReport, createReport, readReport, writeRawReport } = place;
  // The texts of the answer follow the request: they are written here, not by the schema.
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.post(place.path, {
    onRequest: requireApiToken,
    schema: {
      tags: ['Reports'],
      operationId: `createAnonymousDiagnosticReport${place.suffix}`,
      summary: 'A diagnostic report of one or more photographs',
      description:
        'Kept with its pictures before the answer leaves; the answer is what a read of it in the `raw` format gives. A photograph may also be written as `{data}` or as its base64 text alone, in `images` for `payload`, and `anamnesis` stands for `anamnesisGeneral`. In a form photographs are files under `images` and `macroscopicMedia`, and lists and objects are JSON text. Decision support: the result is always preliminary.',
      security: needsApiToken,
      consumes: ['application/json', 'multipart/form-data'],
      querystring: CreateReportQuery,
      body: { ...CreateReportRequest, examples: [requestExample] },
      response: {
        200: { ...Envelope(RawReport), examples: [rawExample] },
        ...toEnvelopeSchemas(...imageRefusals),
      },
    },
    handler: async (request, reply) => {
      const company = companyOf(request);
      const locale = readReportLocale(request.query, company);
      const reportId = heldKeyOf(request)?.committedReportId ?? null;
      if (reportId !== null) {
        const kept = await readReport.recall(callerOf(request), reportId, locale);
        return sendEnvelope(reply, kept, writeRawReport);
      }
      const work = createReport.start(callerOf(request));
      const record = await receiveReport(request, reply, {
        ...work,
        finish: (sent) => work.finish(sent, claimOf(request)),
        addImage: (bytes, [field], encoding) => {
          const role = field === 'macroscopicMedia' ? 'context' : 'photograph';
          return work.addImage({ bytes, encoding, role });
        },
      });
      const report = await readReport.present(company, record, locale);
      return sendEnvelope(reply, report, writeRawReport);
    },
  });
}

const binary = { type: 'string', format: 'binary' };
const fhirBundle = {
  type: 'object',
  description: 'FHIR R4 Bundle of type document; refusals are then OperationOutcomes.',
};

function routeRead(app: App, place: Place): void {
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.get(place.path, {
    onRequest: place.requireApiToken,
    schema: {
      tags: ['Reports'],
      operationId: `getAnonymousDiagnosticReport${place.suffix}`,
      summary:
        'A diagnostic report: raw, FHIR-shaped, FHIR R4, its photographs as DICOM, or a redirect to its PDF',
      description:
        'An id that is another company’s, altered, malformed or deleted is not found, always with the same answer. The header `Accept: application/fhir+json` asks for `fhir-r4` where no format is named.',
      security: needsApiToken,
      params: Type.Object({ encryptedId: Type.String() }),
      querystring: ReportQuery,
      response: {
        200: {
          description:
            'The report in an envelope; with `format=dicom` its photographs: one file, or several in parts.',
          content: {
            'application/json': {
              schema: {
                ...Type.Union([Envelope(RawReport), Envelope(FhirReport)]),
                examples: [rawExample, fhirExample],
              },
            },
            'application/fhir+json': { schema: fhirBundle },
            'application/dicom': { schema: binary },
            'multipart/related': { schema: binary },
          },
        },
        302: { type: 'null', description: 'To the PDF, by a link of some minutes.' },
        ...toEnvelopeSchemas('unauthenticated', 'notFound', 'invalidRequest', 'notReady'),
      },
    },
    handler: async (request, reply) => answerRead(request, reply, place),
  });
}

async function answerRead(
  request: FastifyRequest,
  reply: FastifyReply,
  { readReport, writeRawReport, writeFhirReport, writeStrictReport, ...pictures }: ReportsDependencies,
): Promise<FastifyReply> {
  const company = companyOf(request);
  const { encryptedId } = request.params as { readonly encryptedId: string };
  const [format, locale] = [readFormat(request), readReportLocale(request.query, company)];
  const audience = readAudience(request.query, format);
  const report = await readReport.open(callerOf(request), encryptedId, locale);
  if (format === 'pdf')
    return reply.redirect(audience === 'patient' ? report.links.patientPdf : report.links.pdf);
  if (format === 'dicom') return sendPhotographs(reply, report, pictures);
  if (format === 'fhir-r4') return sendJsonPieces(reply.type(fhirContentType), [writeStrictReport(report)]);
  return sendEnvelope(reply, report, format === 'fhir' ? writeFhirReport : writeRawReport);
}

function sendPhotographs(
  reply: FastifyReply,
  { record }: PresentableReport,
  { openPicture, bodySites }: Pick<ReportsDependencies, 'openPicture' | 'bodySites'>,
): Promise<FastifyReply> {
  const files = listDicomPhotographs(record, bodySites).map(({ media, write }) => async () => {
    return write(await openPicture(record, media));
  });
  return sendDicom(reply, files, record.id);
}

function sendEnvelope(
  reply: FastifyReply,
  report: PresentableReport,
  write: WriteReport,
): Promise<FastifyReply> {
  const message = JSON.stringify(`Diagnostic report <${report.links.encryptedId}>`);
  return sendJsonPieces(reply, [
    `{"success":true,"message":${message},"data":`,
    write(report),
    ',"errorCode":null}',
  ]);
}
