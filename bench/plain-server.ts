// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DiagnosisSupportRequest } from '@openderm/contract';
import ort from 'onnxruntime-node';
import { catalogue } from '../src/catalogue/conditions.ts';
import {
  defaultDiagnosisSettings,
  diagnosisOfImages,
  type LabelledAnalysis,
} from '../src/device/diagnosis-of-images.ts';
import { toConditionCodes } from '../src/fhir/conclusion.ts';
import { toDiagnosticReport } from '../src/fhir/diagnostic-report.ts';
import type { LoadedModel } from '../src/vision/load-model.ts';
import { loadModels, readImage } from '../src/vision/read-image.ts';
import { answerQuestions, readSetup } from './helper-process.ts';
import type { PartsSetup } from './parts-process.ts';

/*
 * The plain way, as it is often written: one process, the whole body through JSON.parse, every step on the main thread,
 * inference with the runtime's own defaults (a thread for each core). It decodes, reads and draws with our code, and
 * answers the same; it checks no login and keeps no record.
 */

const { modelDirs, settings } = readSetup<PartsSetup>();
const loaded = await loadModels(modelDirs);
const models = {
  condition: await withRuntimeDefaults(loaded.condition, modelDirs.condition),
  validity: await withRuntimeDefaults(loaded.validity, modelDirs.validity),
  nets: loaded.nets,
};
const identities = [models.condition.identity, models.validity.identity];
const codes = toConditionCodes(catalogue);
const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  answerQuestions(async () => `http://127.0.0.1:${port}`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    response.end('{"status":"live"}');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { payload } = JSON.parse(Buffer.concat(chunks).toString()) as DiagnosisSupportRequest;
  response.end(JSON.stringify(await diagnose(payload)));
}

async function diagnose(payload: DiagnosisSupportRequest['payload']) {
  const startedMs = performance.now();
  const images: LabelledAnalysis[] = [];
  for (const { contentAttachment } of payload) {
    const bytes = Buffer.from(contentAttachment.data, 'base64');
    const analysis = await readImage(models, { bytes, encoding: 'binary', withHeatMaps: true }, settings);
    images.push({
      title: contentAttachment.title ?? null,
      contentType: contentAttachment.contentType ?? null,
      analysis,
    });
  }
  const context = { catalogue, models: identities, settings: defaultDiagnosisSettings };
  const content = diagnosisOfImages(images, context);
  const durationS = (performance.now() - startedMs) / 1000;
  return toDiagnosticReport(
    { id: crypto.randomUUID(), issuedAtMs: Date.now(), durationS, ...content },
    codes,
  );
}

async function withRuntimeDefaults(model: LoadedModel, dir: string): Promise<LoadedModel> {
  await model.session.close();
  const session = await ort.InferenceSession.create(await readFile(join(dir, model.manifest.file)));
  const run: LoadedModel['session']['run'] = async (inputName, { tensorNchw, dims }, outputNames) => {
    const input = { [inputName]: new ort.Tensor('float32', tensorNchw, dims) };
    const results = await session.run(input, [...outputNames]);
    return new Map(outputNames.map((name) => [name, toOutput(results[name])]));
  };
  return { ...model, session: { ...model.session, run } };
}

function toOutput(tensor: ort.Tensor | undefined) {
  const data = tensor?.data;
  if (tensor && (data instanceof Float32Array || data instanceof BigInt64Array))
    return { data, dims: tensor.dims };
  throw new Error('expected float32 or int64');
}
