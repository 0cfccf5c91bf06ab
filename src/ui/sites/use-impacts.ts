import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ImpactAnswer, RegisterSite } from '../../questions/sites/site-calls.ts';
import type { ServiceId } from '../../shared/services.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useView } from '../common/app-context.ts';

export interface Impacts {
  readonly answers: ReadonlyMap<ServiceId, ImpactAnswer>;
  /** Services still to be answered. */
  readonly waiting: number;
}

/** Answers of the sites looked at last: going back to one costs nothing. */
const KEPT = 8;
const kept = new Map<string, Map<ServiceId, ImpactAnswer>>();

function keptFor(key: string): Map<ServiceId, ImpactAnswer> {
  const found = kept.get(key) ?? new Map<ServiceId, ImpactAnswer>();
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

/** What is asked about a site first of all: its answer is there before the other services are compared. */
export const FIRST_SERVICES: readonly ServiceId[] = ['kita-u3', 'kita-ue3', 'grundschule'];

/** Services whose effect is compared: those with a model that counts something. */
export function comparedIndicators(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.filter(({ model }) => model !== 'count');
}

/** The comparison with and without a site for every service; kept from before it is there at once. */
export function useImpacts(site: RegisterSite | null): Impacts {
  const { siteSession, catalogue } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const registerKey = useStore(siteSession.store, (state) => state.key);
  const scenarioId = useView((state) => state.scenarioId);
  const counts = useView((state) => state.gap.counts);
  const [, setTurn] = useState(0);
  const {
    path: _,
    bbox: __,
    sourceName: ___,
    contactRole: ____,
    nextStep: _____,
    nextDate: ______,
    ...own
  } = site ?? EMPTY;
  const compared = comparedIndicators(indicators);
  const key = site === null ? '' : JSON.stringify([registerKey, own, counts, compared]);
  const answers = keptFor(key);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that the answers depend on
  useEffect(() => {
    if (site === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const mine = keptFor(key);
    const { path: _path, bbox: _bbox, sourceName: _name, ...asked } = site;
    const ask = async (wanted: readonly Indicator[]) => {
      const part = wanted.filter(({ service }) => !mine.has(service));
      if (part.length === 0 || signal.aborted) return;
      const input = { scenarioId, site: { ...asked, source: -1 }, counts, variant: 'middle' as const };
      const found = await siteSession.impacts({ ...input, indicators: part }, signal).catch((thrown) => {
        const answer: ImpactAnswer = { problem: problemOf(thrown) };
        return part.map(() => answer);
      });
      if (signal.aborted) return;
      for (const [i, { service }] of part.entries()) mine.set(service, found[i]!);
      setTurn((turn) => turn + 1);
    };
    const run = async () => {
      await ask(compared.filter(({ service }) => FIRST_SERVICES.includes(service)));
      await ask(compared);
    };
    void run();
    return () => controller.abort();
  }, [key]);

  return {
    answers: new Map(answers),
    waiting: site === null ? 0 : compared.filter((i) => !answers.has(i.service)).length,
  };
}

const EMPTY = {} as Partial<RegisterSite>;
