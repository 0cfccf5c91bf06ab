import '../../i18n/later-texts.ts';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Indicator } from '../../indicators/indicator.ts';
import { MAP_MEASURES, type MapMeasure } from '../../questions/gap-map/gap-classes.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';
import { type GapState, resultOfYear, shownResult } from '../../state/gap-store.ts';
import type { GapView } from '../../state/view-state.ts';
import { useApp, useView } from '../common/app-context.ts';

export function useGaps<T>(select: (state: GapState) => T): T {
  return useStore(useApp().gaps, select);
}

/** The rows to show, and whether a newer question is being computed. */
export function useShownResult(): { readonly result: GapResult | null; readonly stale: boolean } {
  return useGaps(useShallow(shownResult));
}

/** The Kennwert of the newest question. */
export function useIndicator(): Indicator | null {
  return useGaps((state) => state.question?.indicator ?? null);
}

/** Changes the question. */
export function useSetGap(): (change: Partial<GapView>) => void {
  const { view } = useApp();
  return (change) => view.setState(({ gap }) => ({ gap: { ...gap, ...change } }));
}

/** What districts are coloured by: the view's wish if the model defines it, else the model's first; `null` if it defines none. */
export function measureOf(gap: GapView, indicator: Pick<Indicator, 'model'>): MapMeasure | null {
  const defined = MAP_MEASURES[indicator.model];
  return defined.find((measure) => measure === gap.measure) ?? defined[0] ?? null;
}

/** The rows of the level asked for: the nearest level a result has; the city's own row if it has no districts. */
export function rowsOfLevel(result: GapResult, level: number): readonly GapRow[] {
  const exact = result.levels.find((rows) => rows[0]?.level === level);
  return exact ?? result.levels.at(-1)!;
}

export function cityRow(result: GapResult): GapRow {
  return result.levels[0]![0]!;
}

/** Rows of the low and the high variant of a row's year, once they are known. */
export function useRange(row: GapRow | null): { readonly low: GapRow | null; readonly high: GapRow | null } {
  return useGaps(
    useShallow((state) => {
      const find = (variant: 'low' | 'high') => {
        const year = state.question?.request.year;
        if (row === null || year === undefined) return null;
        const result = resultOfYear(state, year, variant);
        const rows = result?.levels.find((level) => level[0]?.level === row.level);
        return rows?.find(({ id }) => id === row.id) ?? null;
      };
      return { low: find('low'), high: find('high') };
    }),
  );
}

export function useGapView(): GapView {
  return useView((state) => state.gap);
}

/** Published waiting lists by district and city id; `null` if the package has none for the service. */
export function useWaitingLists(): ReadonlyMap<string, number> | null {
  return useGaps((state) => state.answered?.answer.waitingLists?.byDistrict ?? null);
}
