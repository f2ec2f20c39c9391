// SPDX-License-Identifier: Apache-2.0
import type { CliContext } from './cli-context.ts';
import { showNote } from './terminal/show-note.ts';
import type { Workbench } from './workbench.ts';

/** The workbench; whoever watches is told what they wait for. */
export async function openWorkbench({ terminal, openWorkbench: open }: CliContext): Promise<Workbench> {
  const clear = showNote(terminal, 'Loading models');
  try {
    return await open();
  } finally {
    clear();
  }
}
