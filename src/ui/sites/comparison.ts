import type { ImpactAnswer } from '../../questions/sites/site-calls.ts';
import type { ServiceId } from '../../shared/services.ts';

export type Answers = ReadonlyMap<ServiceId, ImpactAnswer>;

/** Asks for some services; the answers in their order. Rejects when the signal is aborted. */
export type AskImpacts = (services: readonly ServiceId[], signal: AbortSignal) => Promise<readonly ImpactAnswer[]>;

/** The comparison with and without one site: under way as long as somebody watches it, shared by all who do. */
export interface Comparison {
  /** What has come so far; another map with each answer. */
  answers(): Answers;
  /** Gives back a function that ends it. What has come is kept, what has not is asked for again by the next who watches. */
  watch(onChange: () => void): () => void;
}

/** `parts`: services that are asked for together. All are asked for at once; whoever answers takes them in this order. */
export function createComparison(parts: readonly (readonly ServiceId[])[], ask: AskImpacts): Comparison {
  const watchers = new Set<() => void>();
  let answers: Answers = new Map();
  let controller: AbortController | null = null;

  const askFor = async (services: readonly ServiceId[], signal: AbortSignal) => {
    const found = await ask(services, signal).catch(() => null);
    // Nobody waits any more.
    if (signal.aborted || found === null) return;
    answers = new Map([...answers, ...services.map((service, i) => [service, found[i]!] as const)]);
    for (const onChange of watchers) onChange();
  };
  const start = (signal: AbortSignal) => {
    const asked = new Set(answers.keys());
    for (const part of parts) {
      const missing = part.filter((service) => !asked.has(service));
      if (missing.length === 0) continue;
      for (const service of missing) asked.add(service);
      void askFor(missing, signal);
    }
  };

  return {
    answers: () => answers,
    watch(onChange) {
      // The same function may watch twice.
      const watcher = () => onChange();
      watchers.add(watcher);
      if (controller === null) {
        controller = new AbortController();
        start(controller.signal);
      }
      return () => {
        if (!watchers.delete(watcher) || watchers.size > 0) return;
        controller?.abort();
        controller = null;
      };
    },
  };
}

export interface Comparisons {
  /** The comparison of a key, made where there is none. */
  of(key: string, make: () => Comparison): Comparison;
}

/** Keeps the comparisons that were looked at last: going back to one costs nothing. */
export function keepComparisons(limit: number): Comparisons {
  const kept = new Map<string, Comparison>();
  return {
    of(key, make) {
      const found = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, found);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return found;
    },
  };
}
