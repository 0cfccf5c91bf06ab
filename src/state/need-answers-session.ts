import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BundleAnswer, HorizonFigures, NeedCalls, NeedGround, SetVerdict } from '../questions/needs/need-calls.ts';
import type { Problem } from '../shared/problem.ts';
import type { WorkerClient } from '../worker/client.ts';
import type { Progress } from '../worker/protocol.ts';
import { problemOf } from './city-session.ts';

/** An answer with the question it belongs to. */
export interface KeptAnswer<T> {
  readonly value: T | null;
  /** The question that `value` answers. */
  readonly key: string | null;
  /** The question asked last: while it differs from `key`, the value is stale. */
  readonly wanted: string | null;
  readonly problem: Problem | null;
  /** Of the newest question: the part that is computed, 0–1; `null` = not known, or nothing is under way. */
  readonly share: number | null;
}

/** What is kept of each call: the newest answer, for the life of the page. */
export interface NeedAnswersState {
  readonly bundleProposals: KeptAnswer<BundleAnswer>;
  readonly bundleVerdict: KeptAnswer<SetVerdict>;
  readonly needGround: KeptAnswer<NeedGround>;
  readonly horizonFigures: KeptAnswer<HorizonFigures>;
}

export type NeedCallName = keyof NeedCalls;

/** Asks the worker about needs of several departments. */
export interface NeedAnswersSession {
  readonly store: StoreApi<NeedAnswersState>;
  /** Asks unless the same was asked last; a newer question ends the older one of the same call. */
  ask<N extends NeedCallName>(name: N, key: string, input: NeedCalls[N]['input']): void;
}

const NOTHING = { value: null, key: null, wanted: null, problem: null, share: null } as const;

export function createNeedAnswersSession(client: Pick<WorkerClient, 'call'>): NeedAnswersSession {
  const store = createStore<NeedAnswersState>()(() => ({
    bundleProposals: NOTHING,
    bundleVerdict: NOTHING,
    needGround: NOTHING,
    horizonFigures: NOTHING,
  }));
  const asking: Partial<Record<NeedCallName, AbortController>> = {};
  const set = <N extends NeedCallName>(name: N, change: Partial<KeptAnswer<NeedCalls[N]['output']>>) =>
    store.setState((state) => ({ [name]: { ...state[name], ...change } }));

  return {
    store,
    ask(name, key, input) {
      if (store.getState()[name].wanted === key) return;
      asking[name]?.abort();
      const controller = new AbortController();
      asking[name] = controller;
      set(name, { wanted: key, problem: null, share: null });
      const onProgress = ({ doneBytes, totalBytes }: Progress) => {
        const share = Math.floor((20 * doneBytes) / totalBytes) / 20;
        if (!controller.signal.aborted && share !== store.getState()[name].share) set(name, { share });
      };
      client.call(name, input, { signal: controller.signal, onProgress }).then(
        (value) => {
          if (!controller.signal.aborted) set(name, { value, key, share: null });
        },
        (thrown) => {
          // The question may be asked again: what stood in its way may be over.
          if (!controller.signal.aborted) set(name, { wanted: null, problem: problemOf(thrown), share: null });
        },
      );
    },
  };
}
