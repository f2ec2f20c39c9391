// SPDX-License-Identifier: Apache-2.0
import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import { type DeviceError, errorTable } from '../../errors.ts';
import { toDeviceErrorResponse } from '../error-response.ts';
import { fhirContentType } from './wants-fhir.ts';

/** A refusal as FHIR prints it. */
export interface OutcomeRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: OperationOutcome;
}

/** The kind of trouble, by status. @source https://hl7.org/fhir/R4/valueset-issue-type.html */
const kinds: Readonly<Record<number, OperationOutcomeIssue['code']>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  410: 'expired',
  422: 'invalid',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
};

/** Our stable code and every fault in words. */
export function toOperationOutcome(error: DeviceError): OutcomeRefusal {
  const { status, headers, body } = toDeviceErrorResponse(error);
  const faults = 'detail' in body && typeof body.detail !== 'string' ? body.detail : [];
  const issue = {
    severity: 'error' as const,
    code: kinds[status] ?? ('processing' as const),
    details: { coding: [{ code: error.code }], text: errorTable[error.code].message },
  };
  const named = faults.map(({ loc, msg }) => ({ ...issue, diagnostics: `${loc.join('.')}: ${msg}` }));
  return {
    status,
    headers: { ...headers, 'content-type': fhirContentType },
    body: { resourceType: 'OperationOutcome', issue: named.length === 0 ? [issue] : named },
  };
}
