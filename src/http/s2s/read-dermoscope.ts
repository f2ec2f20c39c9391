// SPDX-License-Identifier: Apache-2.0
import { CreateReportRequest, type Dermoscope } from '@openderm/contract';
import { Compile } from 'typebox/compile';
import type { FieldProblem } from '../../errors.ts';

const fits = Compile(CreateReportRequest.properties.dermoscope);

/** The dermoscope of a request; null where none was named, or one that does not fit the schema. */
export function readDermoscope({ dermoscope: sent }: { readonly dermoscope?: unknown }): Dermoscope | null {
  return fits.Check(sent) ? (sent ?? null) : null;
}

/** What the schema cannot say. @source DICOM PS3.3, Dermoscopic Image Module (Supplement 221): media only where there was contact */
export function findImmersionProblems(dermoscope: Dermoscope | null): readonly FieldProblem[] {
  const { immersionMedia, contactMethod } = dermoscope ?? {};
  if (!immersionMedia || contactMethod === 'contact') return [];
  const msg = 'Value error, Allowed with contactMethod "contact" alone';
  return [{ type: 'value_error', msg, loc: ['body', 'dermoscope', 'immersionMedia'] }];
}
