import { DEFAULT_CATALOGUE } from '../../indicators/default-catalogue.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import type { GapResult, GapRow } from '../gaps/gap-request.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import { strictShortage } from '../gaps/strict-shortage.ts';
import type { GapQuestion, GapRule, GapSensitivity } from './gap-calls.ts';
import { publishedFigure } from './published-figure.ts';

/** The limits at which the headline is shown beside itself. Source: engine definition. */
const LIMIT_FACTORS = [0.75, 1, 1.5] as const;

/** How many districts the panel names. */
const WORST_COUNT = 5;

/** What a district lacks: missing places, else persons out of reach; `null` = keine Angabe. Whole thousandths, for comparing. */
function lacking(row: GapRow, countsMissing: boolean): number | null {
  const outside = row.persons === null || row.personsWithinReach === null ? null : row.persons - row.personsWithinReach;
  const value = countsMissing ? row.missing : outside;
  return value === null ? null : Math.round(value * 1000) / 1000;
}

/** Ids of the districts of level 1 that lack most, most first; equal ones by id. */
function worstDistricts({ levels }: GapResult): string[] {
  const countsMissing = levels[0]![0]!.missing !== null;
  const lacks = (levels.find((rows) => rows[0]?.level === 1) ?? []).map((row) => ({
    id: row.id,
    lacks: lacking(row, countsMissing) ?? 0,
  }));
  return lacks
    .filter((district) => district.lacks > 0)
    .sort((a, b) => b.lacks - a.lacks || (a.id < b.id ? -1 : 1))
    .slice(0, WORST_COUNT)
    .map(({ id }) => id);
}

/**
 * What the rule panel shows beside a figure: the headline at shorter and longer limits, whether the worst districts stay the same, the
 * strict shortage if asked for (`strict`), and the published waiting list. Catalogue and throws as `computeGaps`.
 */
export function answerRule(
  model: CityModel,
  reach: ReachStore,
  { indicator, request }: GapQuestion,
  strict: boolean,
  catalogue: readonly Indicator[] = DEFAULT_CATALOGUE,
): GapRule {
  const details = computeGaps(model, reach, indicator, request, { catalogue });
  const { limitMeters, levels } = details.result;
  const sensitivity = LIMIT_FACTORS.flatMap((factor): GapSensitivity[] => {
    if (limitMeters === null) return [];
    const largest = indicator.largestLimitMeters ?? Infinity;
    const meters = Math.min(Math.max(1, Math.round(limitMeters * factor)), largest);
    const result =
      factor === 1
        ? details.result
        : computeGaps(model, reach, indicator, { ...request, limitMeters: meters }, { catalogue }).result;
    return [{ factor, limitMeters: result.limitMeters!, city: result.levels[0]![0]!, worst: worstDistricts(result) }];
  });
  const asSet = (worst: readonly string[] = []) => [...worst].sort().join('\n');
  const atLimit = asSet(sensitivity[LIMIT_FACTORS.indexOf(1)]?.worst);
  return {
    sensitivity,
    worstChange: sensitivity.some(({ worst }) => asSet(worst) !== atLimit),
    strictMissing: strict && levels[0]![0]!.demand !== null ? strictShortage(details) : null,
    waitingList: publishedFigure(model.city, null, request.service, 'waiting-list', request.year),
  };
}
