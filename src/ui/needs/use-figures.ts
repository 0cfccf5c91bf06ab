import '../../i18n/later-texts.ts';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { FrozenFigures } from '../../plan/types/common.ts';
import { DEFAULT_COUNTS, type GapRequest, type GapResult } from '../../questions/gaps/gap-request.ts';
import { requestOf } from '../../questions/need-evidence.ts';
import type { NeedPlace, NeedPlaceFacts } from '../../questions/need-places.ts';
import type { ServiceId } from '../../shared/services.ts';
import { placeKey } from '../../state/need-session.ts';
import { useApp, useCity } from '../common/app-context.ts';

/** Where a place lies that is no need's yet; `null` until it is known. */
export function usePlaceFacts(place: NeedPlace | null): NeedPlaceFacts | null {
  const { needSession } = useApp();
  const key = place === null ? null : placeKey(place);
  const [found, setFound] = useState<{ readonly key: string; readonly facts: NeedPlaceFacts } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the place
  useEffect(() => {
    if (place === null || key === null) return;
    let ended = false;
    needSession.placeFacts(place).then(
      (facts) => {
        if (!ended) setFound({ key, facts });
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [needSession, key]);
  return found !== null && found.key === key ? found.facts : null;
}

export type Figures =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting' }
  /** The service has no Kennwert, or the city no figures for it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'result'; readonly result: GapResult };

const NO_FIGURES: Figures = { kind: 'none' };

/** The answer to a question about gaps under the plan as it is now. */
export function useFigures(request: GapRequest | null): Figures {
  const { gapSession, catalogue, scenarios } = useApp();
  const indicators = useStore(catalogue, (state) => state.indicators);
  const ready = useStore(scenarios, (state) => state.ready);
  const basis = useStore(scenarios, (state) => state.basisOf(request?.scenarioId ?? null));
  const key = request === null ? null : JSON.stringify([request, basis]);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly figures: Figures } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the request
  useEffect(() => {
    if (request === null || key === null || !ready) return;
    const indicator = indicators.find(({ service }) => service === request.service);
    if (indicator === undefined) {
      setAnswer({ key, figures: { kind: 'unknown' } });
      return;
    }
    const controller = new AbortController();
    gapSession.preview({ request, indicator, ...(basis === null ? {} : { basis }) }, controller.signal).then(
      (result) => setAnswer({ key, figures: { kind: 'result', result } }),
      () => {
        if (!controller.signal.aborted) setAnswer({ key, figures: { kind: 'unknown' } });
      },
    );
    return () => controller.abort();
  }, [gapSession, indicators, ready, key]);
  if (request === null) return NO_FIGURES;
  return answer !== null && answer.key === key ? answer.figures : { kind: 'waiting' };
}

/** The question that a need's evidence answers: its service in Bestand, in the year it is needed by. */
export function useEvidenceRequest(service: ServiceId | '' | null, neededBy: string | null): GapRequest | null {
  const years = useCity((state) => state.summary?.identity.years ?? null);
  return useMemo(() => {
    if (service === '' || service === null || years === null || years.length === 0) return null;
    const wanted = neededBy === null ? years[0]! : Number(neededBy.slice(0, 4));
    const year = Math.min(years.at(-1)!, Math.max(years[0]!, wanted));
    return {
      service,
      year,
      variant: 'middle',
      counts: DEFAULT_COUNTS,
      limitMeters: null,
      profile: 'all',
      scenarioId: null,
    };
  }, [service, neededBy, years]);
}

/** The question of frozen figures, to be asked again today; what a file says wrongly follows the default. */
export function useRequestAgain(frozen: FrozenFigures | null): GapRequest | null {
  return useMemo(() => {
    const asked = frozen === null ? null : requestOf(frozen);
    if (asked === null) return null;
    const { service, year, variant, limitMeters } = asked;
    return {
      service,
      year,
      variant: variant === 'low' || variant === 'high' ? variant : 'middle',
      counts: { ...DEFAULT_COUNTS, ...(typeof asked.counts === 'object' ? asked.counts : {}) },
      limitMeters: typeof limitMeters === 'number' ? limitMeters : null,
      profile: 'all',
      scenarioId: null,
    };
  }, [frozen]);
}
