// SPDX-License-Identifier: Apache-2.0
import {
  AdminCompaniesResponse,
  AdminCompany,
  AdminCompanyChangeRequest,
  AdminNewCompanyRequest,
} from '@openderm/contract';
import type { FastifyTypeProviderDefault } from 'fastify';
import type { CompanyChange } from '../../device/company-change.ts';
import type { CompanyDesk } from '../../device/manage-companies.ts';
import type { Company } from '../../record/company.ts';
import type { App } from '../app.ts';
import type { ReceiveDocument } from '../document-intake.ts';
import { createReadDocument } from '../read-document.ts';
import { accountOf, type RequireToken } from '../require-token.ts';
import { adminSchema, readErrors, writeErrors } from './admin-schema.ts';
import { companyIdOf, companyPath } from './company-path.ts';
import { grant } from './grant.ts';

export interface AdminCompaniesDependencies {
  readonly requireAdministrator: RequireToken;
  readonly receiveDocument: ReceiveDocument;
  /** The desk as this account uses it: changes are written down as its own. */
  companyDeskOf(accountId: string): CompanyDesk;
}

const newExample: AdminNewCompanyRequest = { name: 'Clinic North', locale: 'en', thresholdPercent: 50 };
const changeExample: AdminCompanyChangeRequest = {
  allowedOrigins: ['https://clinic.example'],
  theme: { primary: '#0b6660' },
  retention: { reportsDays: 365 },
};

/** Whose reports there are, and what each company has decided. */
export function routeAdminCompanies(app: App, dependencies: AdminCompaniesDependencies): void {
  const { requireAdministrator: onRequest, companyDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  routes.get('/v1/admin/companies', {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminCompanies',
      summary: 'The companies',
      response: { 200: AdminCompaniesResponse, ...readErrors },
    },
    handler: async (request) => (await companyDeskOf(accountOf(request)).list()).map(toAdminCompany),
  });
  routes.get(companyPath, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminCompany',
      summary: 'A company with its settings',
      response: { 200: AdminCompany, ...readErrors },
    },
    handler: async (request) =>
      toAdminCompany(await grant(companyDeskOf(accountOf(request)).find(companyIdOf(request)))),
  });
  routeChanges(app, dependencies);
}

function routeChanges(app: App, dependencies: AdminCompaniesDependencies): void {
  const { requireAdministrator: onRequest, receiveDocument, companyDeskOf } = dependencies;
  const routes = app.withTypeProvider<FastifyTypeProviderDefault>();
  const readNew = createReadDocument(AdminNewCompanyRequest, receiveDocument);
  const readChange = createReadDocument(AdminCompanyChangeRequest, receiveDocument);
  routes.post('/v1/admin/companies', {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminAddCompany',
      summary: 'Add a company',
      consumes: ['application/json'],
      body: { ...AdminNewCompanyRequest, examples: [newExample] },
      response: { 200: AdminCompany, ...writeErrors },
    },
    handler: async (request) => {
      const { name, locale = 'en', thresholdPercent } = await readNew(request);
      const confidenceThreshold = thresholdPercent === undefined ? undefined : thresholdPercent / 100;
      return toAdminCompany(
        await grant(companyDeskOf(accountOf(request)).add({ name, locale, confidenceThreshold })),
      );
    },
  });
  routes.patch(companyPath, {
    onRequest,
    schema: {
      ...adminSchema,
      operationId: 'adminChangeCompany',
      summary: 'Change settings of a company',
      description:
        'What is left out stays as it is. All of it is taken, or nothing where something is wrong.',
      consumes: ['application/json'],
      body: { ...AdminCompanyChangeRequest, examples: [changeExample] },
      response: { 200: AdminCompany, ...writeErrors },
    },
    handler: async (request) => {
      const change = toChange(await readChange(request));
      return toAdminCompany(
        await grant(companyDeskOf(accountOf(request)).change(companyIdOf(request), change)),
      );
    },
  });
}

function toChange({ thresholdPercent, ...rest }: AdminCompanyChangeRequest): CompanyChange {
  return {
    ...(rest as CompanyChange),
    ...(thresholdPercent === undefined ? {} : { confidenceThreshold: thresholdPercent / 100 }),
  };
}

function toAdminCompany({ createdAtMs, confidenceThreshold, ...company }: Company): AdminCompany {
  return {
    ...company,
    createdAt: new Date(createdAtMs).toISOString(),
    // Without the dust of binary fractions.
    thresholdPercent: Number((confidenceThreshold * 100).toFixed(6)),
    allowedOrigins: [...company.allowedOrigins],
    callbackUrls: [...company.callbackUrls],
    anamnesis: [...company.anamnesis],
  };
}
