import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from '../document/new-id.ts';
import type { Circle } from '../plan/types/common.ts';
import type { SiteCalls, SiteRegister } from '../questions/sites/site-calls.ts';
import type { Problem } from '../shared/problem.ts';
import type { WorkerClient } from '../worker/client.ts';
import { problemOf } from './city-session.ts';
import type { CityStore } from './city-store.ts';
import type { ScenarioStore } from './scenario-store.ts';
import type { ViewStore } from './view-store.ts';

/** The register of sites, kept with what it was asked for. */
export interface SiteState {
  readonly register: SiteRegister | null;
  /** City, scenario and state of the plan that the register answers; `null` = none yet. */
  readonly key: string | null;
  /** What is wanted now: while it differs from `key` the register is stale. */
  readonly wanted: string | null;
  readonly problem: Problem | null;
}

export type SiteStore = StoreApi<SiteState>;

type Ask<N extends keyof SiteCalls> = (
  input: SiteCalls[N]['input'],
  signal: AbortSignal,
) => Promise<SiteCalls[N]['output']>;

/** Asks the worker about sites. The register follows the plan as long as somebody watches it. */
export interface SiteSession {
  readonly store: SiteStore;
  /** Keeps the register current until the function given back is called. */
  watch(): () => void;
  /** The register of the scenario in force as a circle may see it; rejects as the call does. */
  forCircle(circle: Circle): Promise<SiteRegister>;
  readonly impacts: Ask<'siteImpacts'>;
  readonly surroundings: Ask<'siteSurroundings'>;
  readonly districts: Ask<'siteDistricts'>;
  /** An id for something new in the plan. */
  newId(): string;
}

interface Parts {
  readonly client: WorkerClient;
  readonly view: ViewStore;
  readonly city: CityStore;
  readonly scenarios: ScenarioStore;
}

const NOTHING: SiteState = { register: null, key: null, wanted: null, problem: null };

export function createSiteSession({ client, view, city, scenarios }: Parts): SiteSession {
  const store = createStore<SiteState>()(() => NOTHING);
  let watchers = 0;
  let stops: (() => void)[] = [];
  let asking = new AbortController();

  const wantedKey = (): string | null => {
    const { summary, phase } = city.getState();
    const { ready, basisOf } = scenarios.getState();
    if (phase !== 'open' || summary === null || !ready) return null;
    const { scenarioId } = view.getState();
    return JSON.stringify([summary.identity.id, summary.edition, scenarioId, basisOf(scenarioId)]);
  };

  const ask = async (wanted: string) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    store.setState({ wanted, problem: null });
    try {
      const { scenarioId } = view.getState();
      const register = await client.call('siteRegister', { scenarioId }, { signal });
      store.setState({ register, key: wanted });
    } catch (thrown) {
      if (!signal.aborted) store.setState({ problem: problemOf(thrown) });
    }
  };

  const look = () => {
    const wanted = wantedKey();
    if (wanted === null) {
      if (city.getState().summary === null && store.getState() !== NOTHING) {
        asking.abort();
        store.setState(NOTHING);
      }
      return;
    }
    if (store.getState().wanted !== wanted) void ask(wanted);
  };

  return {
    store,
    watch() {
      if (watchers++ === 0) {
        const again = () => {
          store.setState({ wanted: null });
          look();
        };
        stops = [city.subscribe(look), scenarios.subscribe(look), client.onRestart(again)];
        stops.push(
          view.subscribe((now, before) => {
            if (now.scenarioId !== before.scenarioId) look();
          }),
        );
      }
      look();
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        if (--watchers > 0) return;
        for (const stop of stops) stop();
      };
    },
    forCircle: (circle) => client.call('siteRegisterForCircle', { scenarioId: view.getState().scenarioId, circle }, {}),
    impacts: (input, signal) => client.call('siteImpacts', input, { signal }),
    surroundings: (input, signal) => client.call('siteSurroundings', input, { signal }),
    districts: (input, signal) => client.call('siteDistricts', input, { signal }),
    newId,
  };
}
