import type { Indicator, Model } from '../../indicators/indicator.ts';
import {
  type DistrictClass,
  districtClass,
  MAP_MEASURES,
  type MapMeasure,
} from '../../questions/gap-map/gap-classes.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';

/** The figures of the city that a model's headline rests on. */
const FIGURES: Readonly<Record<Model, readonly (keyof GapRow)[]>> = {
  allocation: ['persons', 'demand', 'capacity', 'balance', 'missing', 'demandMet', 'coverage'],
  catchment: ['persons', 'demand', 'capacity', 'balance', 'coverage'],
  balance: ['persons', 'demand', 'capacity', 'balance', 'supplyRate'],
  area: ['persons', 'missing', 'demandMet', 'coverage'],
  reach: ['persons', 'coverage'],
  count: ['persons', 'houses'],
};

/** The one figure that says most of a model. */
const MAIN_FIGURE: Readonly<Record<Model, keyof GapRow>> = {
  allocation: 'balance',
  catchment: 'balance',
  balance: 'balance',
  area: 'demandMet',
  reach: 'coverage',
  count: 'houses',
};

/** A result and the Kennwert it was computed with. */
export interface IndicatorResult {
  readonly indicator: Indicator;
  readonly result: GapResult;
}

/** Figures of the models of both sides, each once. */
export function effectFigures(before: Model, after: Model): readonly (keyof GapRow)[] {
  return [...new Set([...FIGURES[before], ...FIGURES[after]])];
}

/** A figure of the city; `null` = keine Angabe, or not defined by the model. */
export function cityFigure({ indicator, result }: IndicatorResult, figure: keyof GapRow): number | null {
  const value = result.levels[0]![0]![figure];
  return FIGURES[indicator.model].includes(figure) && typeof value === 'number' ? value : null;
}

/** The main figure of the later side, or the first that changes if that one stays. */
export function tellingFigure(before: IndicatorResult, after: IndicatorResult): keyof GapRow {
  const main = MAIN_FIGURE[after.indicator.model];
  const changes = (figure: keyof GapRow) => cityFigure(before, figure) !== cityFigure(after, figure);
  if (changes(main)) return main;
  return effectFigures(after.indicator.model, after.indicator.model).find(changes) ?? main;
}

/** Districts whose class on the map is another one afterwards. */
export interface ClassChanges {
  readonly measure: MapMeasure;
  /** Districts of the level. */
  readonly of: number;
  readonly worse: readonly string[];
  readonly better: readonly string[];
  /** From or to no class: keine Angabe, protected. */
  readonly other: readonly string[];
}

/**
 * Compares the classes of the districts of a level (the deepest where the result has no such level). `smallest` is the package's smallest
 * published count, `preferred` what the map is coloured by. `null` where there are no districts or the models share no measure.
 */
export function classChanges(
  before: IndicatorResult,
  after: IndicatorResult,
  level: number,
  smallest: number,
  preferred: MapMeasure | null = null,
): ClassChanges | null {
  const shared = MAP_MEASURES[after.indicator.model].filter((candidate) =>
    MAP_MEASURES[before.indicator.model].includes(candidate),
  );
  const measure = shared.find((candidate) => candidate === preferred) ?? shared[0];
  const rowsOf = ({ levels }: GapResult) => levels.find((rows) => rows[0]?.level === level) ?? levels.at(-1)!;
  const rows = rowsOf(after.result);
  if (measure === undefined || after.result.levels.length < 2) return null;
  const classOf = ({ indicator }: IndicatorResult, row: GapRow): DistrictClass =>
    districtClass(row, measure, indicator.rate.value, smallest);
  const known = new Map(rowsOf(before.result).map((row) => [row.id, row]));
  const names: Record<'worse' | 'better' | 'other', string[]> = { worse: [], better: [], other: [] };
  for (const row of rows) {
    const old = known.get(row.id);
    if (old === undefined) continue;
    const [was, is] = [classOf(before, old), classOf(after, row)];
    if (was === is) continue;
    const isRanked = typeof was === 'number' && typeof is === 'number';
    names[isRanked ? (is < was ? 'worse' : 'better') : 'other'].push(row.name);
  }
  return { measure, of: rows.length, ...names };
}
