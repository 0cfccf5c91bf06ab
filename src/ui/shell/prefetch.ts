/** Fetches what a person is likely to open next, once the map is there; a failure shows itself when it is opened. */
export function prefetchScreens(): void {
  import('../details/details-panel.tsx').catch(() => {});
  import('../search/search-dialog.tsx').catch(() => {});
}
