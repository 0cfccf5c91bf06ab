import type { CityContent, PublishedFigure } from '../../city/types.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { GapHistoryPoint } from './gap-calls.ts';

/** Why a published figure stands apart from the computed ones; term codes, put into words by `i18n`. */
export const HISTORY_REASONS = ['indicator-not-stated', 'indicator-differs', 'limit-and-network-not-stated'] as const;
export type HistoryReason = (typeof HISTORY_REASONS)[number];

/** Figures are compared only for equal indicator, limit and network. Source: engine definition. */
function reasonOf(figure: PublishedFigure, citation: string): HistoryReason | null {
  if (figure.indicator === null) return 'indicator-not-stated';
  if (figure.indicator !== citation) return 'indicator-differs';
  // What is missing depends on the distance too, and publications do not say by which network it was walked.
  return figure.measure === 'missing' ? 'limit-and-network-not-stated' : null;
}

/**
 * Figures the city has published for itself (not for its districts), by year, then by measure; those without a value are left out.
 * `citation` is the `id@version` the screen computes by; without it, no figure is comparable. `reason` is one of {@link HISTORY_REASONS}.
 */
export function historyPoints(
  { identity, history }: Pick<CityContent, 'identity' | 'history'>,
  service: ServiceId,
  citation = '',
): GapHistoryPoint[] {
  return history
    .filter(({ district }) => district === null || district === identity.id)
    .filter((figure) => figure.service === service)
    .flatMap((figure): GapHistoryPoint[] => {
      if (figure.value === null) return [];
      const reason = reasonOf(figure, citation);
      return [{ year: figure.year, figure: figure.measure, value: figure.value, comparable: reason === null, reason }];
    })
    .sort((a, b) => a.year - b.year || (a.figure < b.figure ? -1 : a.figure > b.figure ? 1 : 0));
}
