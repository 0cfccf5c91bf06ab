import { type ComponentType, lazy } from 'react';

/** A screen that may be fetched before it is shown. */
interface AheadScreen<P extends object> {
  readonly Screen: ComponentType<P>;
  /** Fetches it; a failure shows itself when it is opened. */
  fetch(): void;
}

/**
 * As `lazy`, but a screen that was fetched ahead is shown at once. A promise would say so one turn later: React shows nothing meanwhile,
 * and lets that stand for 300 ms.
 */
export function ahead<P extends object>(load: () => Promise<ComponentType<P>>): AheadScreen<P> {
  type Module = { readonly default: ComponentType<P> };
  let found: Module | null = null;
  const fetch = async () => {
    found ??= { default: await load() };
    return found;
  };
  // biome-ignore lint/suspicious/noThenProperty: meant to be taken for a promise, one that answers in the same turn
  const atOnce = (module: Module) => ({ then: (use: (module: Module) => void) => use(module) }) as Promise<Module>;
  return {
    Screen: lazy(() => (found === null ? fetch() : atOnce(found))) as unknown as ComponentType<P>,
    fetch: () => void fetch().catch(() => {}),
  };
}

const details = ahead(async () => (await import('../details/details-panel.tsx')).DetailsPanel);
const search = ahead(async () => (await import('../search/search-dialog.tsx')).SearchDialog);
const dossier = ahead(async () => (await import('../sites/site-dossier.tsx')).SiteDossier);

export const DetailsPanel = details.Screen;
export const SearchDialog = search.Screen;
export const SiteDossier = dossier.Screen;

/** Fetches what a person is likely to open next, once the map is there. */
export function prefetchScreens(): void {
  details.fetch();
  search.fetch();
}

/** Fetches the dossier of sites while people read their register. */
export const prefetchDossier = dossier.fetch;
