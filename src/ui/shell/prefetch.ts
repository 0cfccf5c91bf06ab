import { later } from '../common/later.tsx';

export const DetailsPanel = later(async () => (await import('../details/details-panel.tsx')).DetailsPanel);
export const SearchDialog = later(async () => (await import('../search/search-dialog.tsx')).SearchDialog);
export const SiteDossier = later(async () => (await import('../sites/site-dossier.tsx')).SiteDossier);

/** Fetches what a person is likely to open next, once the map is there. */
export function prefetchScreens(): void {
  DetailsPanel.fetch();
  SearchDialog.fetch();
}

/** Fetches the dossier of sites while people read their register. */
export const prefetchDossier = SiteDossier.fetch;
