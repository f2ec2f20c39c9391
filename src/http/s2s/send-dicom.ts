// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { limitStall } from '../limit-stall.ts';

/** A DICOM file that is made when its turn comes. */
export type MakeDicom = () => Promise<Uint8Array>;

const contentType = 'application/dicom';

/**
 * Sends one DICOM file as it is, several as multipart/related; only one of them is in memory at a time.
 * @param name of the report; the same report is divided by the same boundary, and so are its bytes the same
 * @throws what making the first one throws; a later one that cannot be made breaks the answer off
 * @source DICOM PS3.18, 8.6.1.2
 */
export async function sendDicom(
  reply: FastifyReply,
  [first, ...others]: readonly MakeDicom[],
  name: string,
): Promise<FastifyReply> {
  if (first === undefined) throw new Error('Expected a photograph: there is no report without one');
  const file = await first();
  if (others.length === 0) {
    reply.header('content-disposition', 'attachment; filename="photograph.dcm"');
    return reply.type(contentType).send(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  }
  const boundary = `openderm-${createHash('sha256').update(name).digest('base64url')}`;
  limitStall(reply);
  reply.type(`multipart/related; type="${contentType}"; boundary=${boundary}`);
  return reply.send(Readable.from(writeParts(file, others, boundary), { objectMode: false }));
}

/** @source RFC 2046, 5.1.1 */
async function* writeParts(
  first: Uint8Array,
  others: readonly MakeDicom[],
  boundary: string,
): AsyncGenerator<Uint8Array> {
  const head = `--${boundary}\r\ncontent-type: ${contentType}\r\n\r\n`;
  yield Buffer.from(head);
  yield first;
  for (const make of others) {
    yield Buffer.from(`\r\n${head}`);
    yield await make();
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}
