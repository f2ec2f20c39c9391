// SPDX-License-Identifier: Apache-2.0

import { CompanyProblem } from '../../device/company-problem.ts';
import { AccountProblem } from '../../device/manage-accounts.ts';
import { WebhookProblem } from '../../device/manage-webhooks.ts';
import { DeviceError, type FieldProblem } from '../../errors.ts';

/** The wish of an administrator, a refusal in the words of the API. @throws DeviceError `notFound`, `invalidRequest` */
export async function grant<Result>(wish: Promise<Result>): Promise<Result> {
  try {
    return await wish;
  } catch (error) {
    if (error instanceof CompanyProblem) throw toCompanyRefusal(error);
    if (error instanceof WebhookProblem) throw toWebhookRefusal(error);
    if (error instanceof AccountProblem) throw toAccountRefusal(error);
    throw error;
  }
}

const companyFields = {
  badName: 'name',
  badLocale: 'locale',
  badThreshold: 'thresholdPercent',
  badLifetime: 'minutes',
} as const;

function toCompanyRefusal(error: CompanyProblem): DeviceError {
  const { kind, message, problems } = error;
  if (kind === 'unknown') return new DeviceError('notFound', {}, error);
  if (kind !== 'badSettings') return refuse([toProblem(message, [companyFields[kind]])], error);
  return refuse(
    problems.map((each) => toProblem(each.message, each.place)),
    error,
  );
}

const accountFields = {
  badEmail: 'email',
  taken: 'email',
  badPassword: 'password',
  unknownCompany: 'companyId',
  needlessCompany: 'companyId',
} as const;

function toAccountRefusal(error: AccountProblem): DeviceError {
  if (error.kind === 'unknown') return new DeviceError('notFound', {}, error);
  return refuse([toProblem(error.message, [accountFields[error.kind]])], error);
}

const webhookFields = {
  badUrl: 'url',
  badEvents: 'events',
  badBody: 'body',
  badLimit: 'limit',
  tooMany: 'url',
  disabled: 'webhookId',
} as const;

function toWebhookRefusal(error: WebhookProblem): DeviceError {
  if (error.kind === 'unknown') return new DeviceError('notFound', {}, error);
  return refuse([toProblem(error.message, [webhookFields[error.kind]])], error);
}

function refuse(problems: readonly FieldProblem[], cause: Error): DeviceError {
  return new DeviceError('invalidRequest', { problems }, cause);
}

/** The setting has another name and unit in the API. */
function toProblem(message: string, place: FieldProblem['loc']): FieldProblem {
  const [first = '', ...rest] = place;
  const field = first === 'confidenceThreshold' ? 'thresholdPercent' : first;
  return { type: 'value_error', msg: `Value error, ${message}`, loc: ['body', field, ...rest] };
}
