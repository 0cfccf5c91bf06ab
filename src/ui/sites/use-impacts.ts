import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ImpactAnswer, RegisterSite } from '../../questions/sites/site-calls.ts';
import type { ServiceId } from '../../shared/services.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useView } from '../common/app-context.ts';
import { type Answers, createComparison, keepComparisons } from './comparison.ts';

export interface Impacts {
  readonly answers: Answers;
  /** Services still to be answered. */
  readonly waiting: number;
}

const comparisons = keepComparisons(16);

/** What is asked about a site first of all: its answer is there before the other services are compared. */
export const FIRST_SERVICES: readonly ServiceId[] = ['kita-u3', 'kita-ue3', 'grundschule'];

/** Services whose effect is compared: those with a model that counts something. */
export function comparedIndicators(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.filter(({ model }) => model !== 'count');
}

/** The comparison with and without a site for every service, shared with all who show it; kept from before it is there at once. */
export function useImpacts(site: RegisterSite | null): Impacts {
  const { siteSession, catalogue } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const registerKey = useStore(siteSession.store, (state) => state.key);
  const scenarioId = useView((state) => state.scenarioId);
  const counts = useView((state) => state.gap.counts);
  const compared = useMemo(() => comparedIndicators(indicators), [indicators]);
  const key = useMemo(() => {
    if (site === null) return '';
    // What the answers do not depend on.
    const { path, bbox, sourceName, contactRole, nextStep, nextDate, ...own } = site;
    return JSON.stringify([registerKey, own, counts, compared]);
  }, [site, registerKey, counts, compared]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that the answers depend on
  const comparison = useMemo(() => {
    if (site === null) return NOTHING;
    const { path, bbox, sourceName, ...asked } = site;
    const services = compared.map(({ service }) => service);
    const parts = [services.filter((service) => FIRST_SERVICES.includes(service)), services];
    return comparisons.of(key, () =>
      createComparison(parts, async (wanted, signal) => {
        const part = wanted.map((service) => compared.find((indicator) => indicator.service === service)!);
        const input = { scenarioId, site: { ...asked, source: -1 }, counts, variant: 'middle' as const };
        return siteSession.impacts({ ...input, indicators: part }, signal).catch((thrown) => {
          if (signal.aborted) throw thrown;
          const answer: ImpactAnswer = { problem: problemOf(thrown) };
          return part.map(() => answer);
        });
      }),
    );
  }, [key]);
  const answers = useSyncExternalStore(comparison.watch, comparison.answers);

  return { answers, waiting: site === null ? 0 : compared.filter(({ service }) => !answers.has(service)).length };
}

const NONE: Answers = new Map();
const NOTHING = { answers: () => NONE, watch: () => () => {} };
