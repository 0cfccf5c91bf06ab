import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from '../document/new-id.ts';
import type { Plan } from '../plan/plan.ts';
import type { ListedDistrict, NeedPlace, NeedPlaceFacts } from '../questions/need-places.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { CityStore } from './city-store.ts';
import type { PlanStateStore } from './plan-store.ts';
import type { ScenarioStore } from './scenario-store.ts';

/** Facts by {@link placeKey}. */
export type NeedPlacesByKey = ReadonlyMap<string, NeedPlaceFacts>;

/** Where the needs of the plan lie, kept current as long as somebody watches. */
export interface NeedSession {
  readonly store: StoreApi<{ readonly places: NeedPlacesByKey }>;
  watch(): () => void;
  /** Where one place lies, e.g. of a need that is being written. */
  placeFacts(place: NeedPlace): Promise<NeedPlaceFacts>;
  districts(): Promise<readonly ListedDistrict[]>;
  /** An id for something new in the plan. */
  newId(): string;
}

interface Parts {
  readonly client: WorkerClient;
  readonly city: CityStore;
  readonly planState: PlanStateStore;
  /** Ready once the worker has the plan. */
  readonly scenarios: ScenarioStore;
}

/** Equal places have equal keys. */
export function placeKey(place: NeedPlace): string {
  return JSON.stringify(place);
}

/** What the answer of a place depends on beside itself. */
const groundOf = (plan: Plan | null) => [plan?.sites, plan?.plots, plan?.edits];

export function createNeedSession({ client, city, planState, scenarios }: Parts): NeedSession {
  const store = createStore<{ readonly places: NeedPlacesByKey }>()(() => ({ places: new Map() }));
  let watchers = 0;
  let stops: (() => void)[] = [];
  let ground: readonly unknown[] = [];
  let turn = 0;
  const asked = new Set<string>();

  const forget = () => {
    turn++;
    asked.clear();
    store.setState({ places: new Map() });
  };
  const look = async () => {
    const { plan } = planState.getState();
    const { phase, summary } = city.getState();
    if (phase !== 'open' || summary === null || !scenarios.getState().ready) return;
    const now = [summary.edition, ...groundOf(plan)];
    if (now.some((part, i) => part !== ground[i])) forget();
    ground = now;
    const places = Object.values(plan?.needs ?? {}).map((need) => need.place);
    const missing = new Map(
      places.map((place) => [placeKey(place), place] as const).filter(([key]) => !asked.has(key)),
    );
    if (missing.size === 0) return;
    for (const key of missing.keys()) asked.add(key);
    const own = turn;
    try {
      const facts = await client.call('needPlaces', { places: [...missing.values()] });
      if (own !== turn) return;
      const found = [...missing.keys()].map((key, i) => [key, facts[i]!] as const);
      store.setState(({ places: before }) => ({ places: new Map([...before, ...found]) }));
    } catch {
      // The city says itself what is wrong with it; the next change asks again.
      for (const key of missing.keys()) asked.delete(key);
    }
  };

  return {
    store,
    watch() {
      if (watchers++ === 0) {
        const again = () => {
          forget();
          void look();
        };
        stops = [scenarios.subscribe(() => void look()), city.subscribe(() => void look()), client.onRestart(again)];
      }
      void look();
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        if (--watchers > 0) return;
        for (const stop of stops) stop();
      };
    },
    placeFacts: async (place) => (await client.call('needPlaces', { places: [place] }))[0]!,
    districts: () => client.call('listDistricts', {}),
    newId,
  };
}
