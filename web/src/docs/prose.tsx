// SPDX-License-Identifier: Apache-2.0

/** Text of the device's description, with what stands between backticks as code. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? <code key={parts.slice(0, index).join('`')}>{part}</code> : part,
      )}
    </>
  );
}
