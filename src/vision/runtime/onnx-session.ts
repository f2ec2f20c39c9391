// SPDX-License-Identifier: Apache-2.0
import ort from 'onnxruntime-node';

/** A tensor's name and shape as the graph declares them; a free dimension is a name, or -1. */
export interface DeclaredTensor {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

export interface OutputTensor {
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** One loaded net. `run` blocks the thread it is called on, so it belongs into a worker process. */
export interface OnnxSession {
  readonly inputs: readonly DeclaredTensor[];
  readonly outputs: readonly DeclaredTensor[];
  /** @param tensorNchw float32 in NCHW layout; `dims` its four sizes */
  run(
    inputName: string,
    input: { readonly tensorNchw: Float32Array; readonly dims: readonly number[] },
    outputNames: readonly string[],
  ): Promise<ReadonlyMap<string, OutputTensor>>;
  close(): Promise<void>;
}

const toDeclared = (metadata: readonly ort.InferenceSession.ValueMetadata[]): DeclaredTensor[] =>
  metadata.map((value) =>
    value.isTensor
      ? { name: value.name, type: value.type, shape: value.shape }
      : { name: value.name, type: 'not a tensor', shape: [] },
  );

function toOutput(name: string, tensor: ort.Tensor | undefined): OutputTensor {
  const data = tensor?.data;
  if (tensor && (data instanceof Float32Array || data instanceof BigInt64Array)) {
    return { data, dims: tensor.dims };
  }
  throw new Error(`output "${name}" is not float32 or int64`);
}

/**
 * One thread per session and no spinning: with a worker process per core, a second thread or a spinning one
 * takes the core from the neighbour (measured: 2 threads with company are slower than 1).
 */
const sessionOptions: ort.InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
  extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
};

/**
 * Loads an ONNX net from memory, so that what was hashed is what runs.
 * @throws Error when the bytes are no net this runtime can load
 */
export async function createOnnxSession(onnx: Uint8Array): Promise<OnnxSession> {
  const session = await ort.InferenceSession.create(onnx, sessionOptions);
  return {
    inputs: toDeclared(session.inputMetadata),
    outputs: toDeclared(session.outputMetadata),
    async run(inputName, input, outputNames) {
      const tensor = new ort.Tensor('float32', input.tensorNchw, input.dims);
      const results = await session.run({ [inputName]: tensor }, [...outputNames]);
      return new Map(outputNames.map((name) => [name, toOutput(name, results[name])]));
    },
    close: () => session.release(),
  };
}
