// SPDX-License-Identifier: Apache-2.0
import { workerData } from 'node:worker_threads';

/** How long an orphan lives at most. */
const checkEveryMs = 500;

/**
 * Runs as a thread of its own in each image worker and ends the process once the server that started it is gone,
 * even after kill -9 and even while the main thread hangs in native code, where no event reaches it.
 */
function endOrphan(): void {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}

setInterval(endOrphan, checkEveryMs);
endOrphan();
