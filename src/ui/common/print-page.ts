/**
 * Prints a page that is being put into the document: it is there one frame later, and printing takes what is there. `onPrinted` takes it
 * out again: whoever prints by themselves later wants what is seen then.
 */
export function printPage(onPrinted?: () => void): void {
  if (onPrinted !== undefined) window.addEventListener('afterprint', onPrinted, { once: true });
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
}
