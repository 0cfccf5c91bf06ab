/** Whether details lie over the panel instead of beside it: below the width at which `shell.css` hides the panel. */
export function detailsCoverPanel(): boolean {
  return window.matchMedia('(max-width: 1099.9px)').matches;
}
