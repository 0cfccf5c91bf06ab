import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Indicator } from '../../indicators/indicator.ts';
import type { ImpactAnswer, RegisterSite } from '../../questions/sites/site-calls.ts';
import { isBeyondYears, siteInKnownYears } from '../../questions/sites/site-in-known-years.ts';
import type { SiteWaves } from '../../questions/sites/site-waves.ts';
import type { ServiceId } from '../../shared/services.ts';
import { problemOf } from '../../state/city-session.ts';
import { useApp, useCity, useView } from '../common/app-context.ts';

export interface Impacts {
  readonly answers: ReadonlyMap<ServiceId, ImpactAnswer>;
  /** Services still to be answered. */
  readonly waiting: number;
  /** The last year of the package, where the site is occupied only later and so is compared as if it were at its peak then. */
  readonly asIf: number | null;
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

/** The comparison with and without a site for every service; kept from before it is there at once. Without waves nothing is asked. */
export function useImpacts(site: RegisterSite, waves: SiteWaves | string): Impacts {
  const { siteSession, catalogue } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const registerKey = useStore(siteSession.store, (state) => state.key);
  const scenarioId = useView((state) => state.scenarioId);
  const counts = useView((state) => state.gap.counts);
  const lastYear = useCity((state) => state.summary?.identity.years.at(-1) ?? 0);
  const [, setTurn] = useState(0);
  const { path: _, bbox: __, sourceName: ___, contactRole: ____, nextStep: _____, nextDate: ______, ...own } = site;
  const compared = comparedIndicators(indicators);
  const key = typeof waves === 'string' ? '' : JSON.stringify([registerKey, own, counts, compared]);
  const answers = keptFor(key);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names everything that the answers depend on
  useEffect(() => {
    if (typeof waves === 'string') return;
    const controller = new AbortController();
    const { signal } = controller;
    const mine = keptFor(key);
    const ask = async (wanted: readonly Indicator[]) => {
      const {
        path: _path,
        bbox: _bbox,
        sourceName: _name,
        ...asked
      } = siteInKnownYears(site, waves, wanted[0]!.service, lastYear);
      const input = { scenarioId, site: { ...asked, source: -1 }, counts, variant: 'middle' as const };
      const found = await siteSession.impacts({ ...input, indicators: wanted }, signal).catch((thrown) => {
        const answer: ImpactAnswer = { problem: problemOf(thrown) };
        return wanted.map(() => answer);
      });
      if (signal.aborted) return;
      for (const [i, { service }] of wanted.entries()) mine.set(service, found[i]!);
      setTurn((turn) => turn + 1);
    };
    // A site beyond the years of the package stands in another year for each service.
    const isBeyond = isBeyondYears(site, lastYear);
    const run = async () => {
      for (const first of [true, false]) {
        const open = compared.filter(({ service }) => FIRST_SERVICES.includes(service) === first && !mine.has(service));
        for (const wanted of isBeyond ? open.map((indicator) => [indicator]) : [open]) {
          if (wanted.length > 0 && !signal.aborted) await ask(wanted);
        }
      }
    };
    void run();
    return () => controller.abort();
  }, [key]);

  return {
    answers: new Map(answers),
    waiting: typeof waves === 'string' ? 0 : compared.filter((i) => !answers.has(i.service)).length,
    asIf: isBeyondYears(site, lastYear) ? lastYear : null,
  };
}
