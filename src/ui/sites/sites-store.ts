import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SiteSort } from '../../report/sites/register-table.ts';
import { FIRST_REGISTER_FILTER, type RegisterFilter } from '../../report/sites/register-table.ts';

/** What the panel shows. */
export interface SitesScreen {
  readonly kind: 'list' | 'add' | 'quick' | 'wave';
}

export const DOSSIER_TABS = ['demand', 'impact', 'facts', 'checks', 'needs', 'participation', 'profile'] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];

interface SitesState {
  readonly screen: SitesScreen;
  readonly filter: RegisterFilter;
  readonly sort: SiteSort;
  /** The register as a table over the whole map. */
  readonly isTable: boolean;
  readonly tab: DossierTab;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string | null;
}

/** The state of the panel Vorhaben and of the dossier for the life of the page. */
const sitesStore = createStore<SitesState>()(() => ({
  screen: { kind: 'list' },
  filter: FIRST_REGISTER_FILTER,
  sort: { key: 'name', direction: 'ascending' },
  isTable: false,
  tab: 'demand',
  said: null,
}));

export function useSites<T>(select: (state: SitesState) => T): T {
  return useStore(sitesStore, select);
}

export function setSites(change: Partial<SitesState>): void {
  sitesStore.setState(change);
}

export function showSitesScreen(screen: SitesScreen, said: string | null = null): void {
  sitesStore.setState({ screen, said });
}
