import type { ObjectRef } from '../questions/describe-object.ts';
import type { NearHouses, NearHousesRequest } from '../questions/houses-near.ts';
import type { ObjectPlace } from '../questions/map-calls.ts';
import type { SearchHit } from '../questions/search-city.ts';
import { type Problem, ProblemError, problem } from '../shared/problem.ts';
import type { WorkerClient } from '../worker/client.ts';
import { type CityStore, freshCity } from './city-store.ts';
import { addNotice, type NoticeStore } from './notice-store.ts';
import { DEFAULT_CITY_ID } from './view-state.ts';
import type { ViewStore } from './view-store.ts';

/** What screens ask of the open city. Answers come from the worker; an aborted question rejects. */
export interface CitySession {
  /** Opens the city of the view, now and whenever the view names another one, and describes what is selected. */
  start(): void;
  /** Opens the present city again, e.g. after the package was copied anew. */
  reopen(): void;
  /** Reads the layers ahead of their use, so that counts are known and later clicks answer at once. */
  loadRest(): Promise<void>;
  search(text: string, signal: AbortSignal): Promise<readonly SearchHit[]>;
  housesNear(request: NearHousesRequest, signal: AbortSignal): Promise<NearHouses>;
  locate(ref: ObjectRef): Promise<ObjectPlace | null>;
}

interface Parts {
  readonly client: WorkerClient;
  readonly view: ViewStore;
  readonly city: CityStore;
  readonly notices: NoticeStore;
  /** Absolute address of a city's folder, ends with a slash. */
  packageUrl(cityId: string): string;
}

/** Results shown at once in the search. */
const SEARCH_LIMIT = 40;

/** The problem in whatever a call rejected with. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return problem('app.unexpected', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}

export function createCitySession({ client, view, city, notices, packageUrl }: Parts): CitySession {
  let opening = new AbortController();
  let describing = new AbortController();

  const open = async (cityId: string) => {
    opening.abort();
    describing.abort();
    opening = new AbortController();
    const { signal } = opening;
    city.setState(freshCity(cityId));
    try {
      const onProgress = (progress: NonNullable<ReturnType<CityStore['getState']>['progress']>) => {
        if (!signal.aborted) city.setState({ progress });
      };
      const summary = await client.call('openCity', { baseUrl: packageUrl(cityId) }, { signal, onProgress });
      city.setState({ phase: 'open', summary, progress: null });
      void describe(view.getState().selection);
    } catch (thrown) {
      if (!signal.aborted) city.setState({ phase: 'failed', problem: openingProblem(cityId, problemOf(thrown)) });
    }
  };

  const describe = async (ref: ObjectRef | null) => {
    describing.abort();
    describing = new AbortController();
    const { signal } = describing;
    if (ref === null || city.getState().phase !== 'open') {
      city.setState({ selected: null });
      return;
    }
    city.setState({ selected: { ref, details: null, problem: null } });
    try {
      const details = await client.call('describe', ref, { signal });
      if (details !== null) {
        city.setState({ selected: { ref, details, problem: null } });
        return;
      }
      // A site may be one of the plan, which says itself what it knows.
      if (ref.kind === 'site') return;
      addNotice(notices, problem('app.object-unknown', { object: ref.id }));
      view.setState({ selection: null });
    } catch (thrown) {
      if (!signal.aborted) city.setState({ selected: { ref, details: null, problem: problemOf(thrown) } });
    }
  };

  return {
    start() {
      view.subscribe((now, before) => {
        if (now.cityId !== before.cityId) void open(now.cityId);
        else if (!sameRef(now.selection, before.selection)) void describe(now.selection);
      });
      client.onRestart(() => {
        // While a city is being opened its own call fails and says so.
        if (city.getState().phase !== 'open') return;
        addNotice(notices, problem('app.worker-restarted', {}));
        void describe(view.getState().selection);
      });
      void open(view.getState().cityId);
    },
    reopen: () => void open(view.getState().cityId),
    async loadRest() {
      const { signal } = opening;
      try {
        const onProgress = (progress: NonNullable<ReturnType<CityStore['getState']>['progress']>) => {
          if (!signal.aborted) city.setState({ progress });
        };
        const summary = await client.call('loadCity', {}, { signal, onProgress });
        city.setState({ summary, complete: true, progress: null });
      } catch (thrown) {
        if (!signal.aborted) city.setState({ phase: 'failed', problem: problemOf(thrown), progress: null });
      }
    },
    search: (text, signal) => client.call('search', { text, limit: SEARCH_LIMIT }, { signal }),
    housesNear: (request, signal) => client.call('housesNear', request, { signal }),
    locate: (ref) => client.call('locate', { ref }),
  };
}

/** A folder without a manifest is no damaged city but none at all; for the demo city that means it was not generated yet. */
function openingProblem(cityId: string, found: Problem): Problem {
  if (found.code !== 'city.file-missing' || found.params.file !== 'manifest.json') return found;
  return problem(cityId === DEFAULT_CITY_ID ? 'app.city-not-built' : 'app.city-unknown', { city: cityId });
}

function sameRef(a: ObjectRef | null, b: ObjectRef | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}
