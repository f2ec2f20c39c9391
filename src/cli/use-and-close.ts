// SPDX-License-Identifier: Apache-2.0

/** Does something with what is opened for it, and closes it whatever comes of it. */
export async function useAndClose<Opened extends { close(): Promise<void> }, Result>(
  open: () => Promise<Opened>,
  act: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const opened = await open();
  try {
    return await act(opened);
  } finally {
    await opened.close();
  }
}
