import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_CATALOGUE } from '../indicators/default-catalogue.ts';
import { citation, type Indicator } from '../indicators/indicator.ts';
import type { PlanStateStore } from './plan-store.ts';

/** The Kennwerte that the screens compute with. */
export interface CatalogueState {
  /** In force today, one per service, in the order of the shipped catalogue. */
  readonly indicators: readonly Indicator[];
  /** What a deviation is measured against, by service: the decided record where there is one, else the shipped. */
  readonly decided: readonly Indicator[];
}

export type CatalogueStore = StoreApi<CatalogueState>;

const SHIPPED: CatalogueState = { indicators: DEFAULT_CATALOGUE, decided: DEFAULT_CATALOGUE };

function sameRecords(a: readonly Indicator[], b: readonly Indicator[]): boolean {
  return a.length === b.length && a.every((indicator, i) => citation(indicator) === citation(b[i]!));
}

/** Follows the open plan. `today` gives the day, ISO: it decides which versions are in force. */
export function createCatalogueStore(planState: PlanStateStore, today: () => string): CatalogueStore {
  const store = createStore<CatalogueState>()(() => SHIPPED);
  let turn = 0;
  const show = (next: CatalogueState) => {
    const shown = store.getState();
    if (!sameRecords(shown.indicators, next.indicators) || !sameRecords(shown.decided, next.decided)) {
      store.setState(next);
    }
  };
  planState.subscribe(async ({ plan }, { plan: before }) => {
    if (plan?.indicatorVersions === before?.indicatorVersions && plan?.decisions === before?.decisions) return;
    const now = ++turn;
    if (plan === null) {
      show(SHIPPED);
      return;
    }
    const { catalogueOfPlan } = await import('./catalogue-of-plan.ts');
    // A newer plan may have come while this was loaded.
    if (now === turn) show(catalogueOfPlan(plan, today()));
  });
  return store;
}
