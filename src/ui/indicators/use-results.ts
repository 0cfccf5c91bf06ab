import { useEffect, useMemo, useState } from 'react';
import type { Indicator } from '../../indicators/indicator.ts';
import type { GapQuestion } from '../../questions/gap-map/gap-calls.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../state/city-session.ts';
import { questionOf, sensibleGapView } from '../../state/gap-session.ts';
import { questionKey } from '../../state/gap-store.ts';
import { useApp, useCity, useView } from '../common/app-context.ts';
import type { IndicatorResult } from './effect.ts';

/** Typing is not asked about letter by letter. */
const WAIT_MILLISECONDS = 250;

/** What the city's figures are with some Kennwerte of one service, in the year and scenario and with what counts on the map. */
export interface Results {
  /** In the order asked for; `null` until they are there. Those of an older question while a newer one is computed. */
  readonly results: readonly IndicatorResult[] | null;
  readonly problem: Problem | null;
  /** Whether a newer question is being computed. */
  readonly stale: boolean;
  readonly year: number | null;
}

interface Answered {
  readonly key: string;
  readonly results: readonly IndicatorResult[] | null;
  readonly problem: Problem | null;
}

/** Asks the worker once what is asked for stays the same for a moment; the latest question wins. An empty list asks nothing. */
export function useResults(indicators: readonly Indicator[]): Results {
  const { gapSession } = useApp();
  const gap = useView((state) => state.gap);
  const scenarioId = useView((state) => state.scenarioId);
  const summary = useCity((state) => (state.phase === 'open' ? state.summary : null));
  const asked = JSON.stringify(indicators);
  const questions = useMemo(() => {
    const all = JSON.parse(asked) as Indicator[];
    if (summary === null) return [];
    return all.flatMap((indicator) => {
      const wanted = { ...gap, service: indicator.service, limitMeters: null };
      const { gap: sensible } = sensibleGapView(wanted, summary, [indicator.service]);
      return questionOf(sensible, summary, [indicator], scenarioId) ?? [];
    });
  }, [asked, gap, scenarioId, summary]);
  const key = questions.map(questionKey).join(' ');
  const [answered, setAnswered] = useState<Answered | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: questions with the same key are the same questions
  useEffect(() => {
    if (questions.length === 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = ({ request, indicator }: GapQuestion) =>
      gapSession.preview({ request, indicator }, signal).then((result) => ({ indicator, result }));
    const timer = setTimeout(() => {
      Promise.all(questions.map(ask)).then(
        (results) => {
          if (!signal.aborted) setAnswered({ key, results, problem: null });
        },
        (thrown) => {
          if (!signal.aborted) setAnswered({ key, results: null, problem: problemOf(thrown) });
        },
      );
    }, WAIT_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [gapSession, key]);

  const year = questions[0]?.request.year ?? null;
  if (questions.length === 0) return { results: null, problem: null, stale: false, year };
  const stale = answered?.key !== key;
  return { results: answered?.results ?? null, problem: stale ? null : answered.problem, stale, year };
}
