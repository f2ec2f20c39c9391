// SPDX-License-Identifier: Apache-2.0

/** Puts text on the clipboard; false when the browser did not let it happen. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent on plain http from another machine, which is how a first try in a clinic's network looks.
    if (navigator.clipboard === undefined) return copyBySelection(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
