// SPDX-License-Identifier: Apache-2.0
import { buildServer } from './build.ts';
import { loadConfig } from './config.ts';

/** Errors made for the operator carry a message; anything else is a fault of ours, and its stack helps to find it. */
function explain(error: unknown): void {
  const isFault =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  console.error(error instanceof Error && !isFault ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const server = await buildServer(loadConfig());
  let isStopping = false;
  const stop = () => {
    // A second Ctrl-C does not wait for anybody.
    if (isStopping) process.exit(130);
    isStopping = true;
    console.log('\nStopping: requests in hand may finish. Ctrl-C again to stop at once.');
    server.close().catch(explain);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    console.log(await server.listen());
  } catch (error) {
    await server.close();
    throw error;
  }
}

await run().catch(explain);
