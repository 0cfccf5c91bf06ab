import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { CellFrame } from '../gap-map/cell-frame.ts';
import { housesOfPoints } from '../gaps/catchment-houses.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import type { GapRequest } from '../gaps/gap-request.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import { enclosedCells, neighboursOf } from './catchment-cells.ts';
import type { CatchmentDemand } from './catchment-figures.ts';

interface Parts {
  /** The city with the new school at its place and without a catchment of its own. */
  readonly model: CityModel;
  readonly reach: ReachStore;
  readonly frame: CellFrame;
}

/**
 * Who wants a primary school where, for a new school that is to get a Schulbezirk, and a proposal: the cells for whose children it is
 * nearer than every other school that counts in that year, the nearest first and in one piece, until its places are taken (all of them
 * where its places are not known). Whole cells, so that it can be changed by hand; a proposal, no by-law. `null` if the school does not count in that
 * year. Throws as `computeGaps`. O(pairs + cells taken).
 */
export function proposeCatchment(
  { model, reach, frame }: Parts,
  indicator: Indicator,
  request: GapRequest,
  houseId: string,
): CatchmentDemand | null {
  const details = computeGaps(model, reach, indicator, request, { rows: [] });
  const { supply, demand, result } = details;
  const own = [...supply.houses].findIndex((number) => model.city.houses[number]!.id === houseId);
  if (own < 0) return null;
  const store = reach.houses(indicator.service, indicator.largestLimitMeters ?? result.limitMeters ?? 0);
  const wantedAt = (point: number) => (Number.isNaN(demand.demand[point]!) ? 0 : demand.demand[point]!);
  const places = supply.capacity[own]!;

  const nearest = cellsByDistance(pointsByDistance(model, supply.houses, own, store), frame, wantedAt);
  const cells = growCatchment(nearest, places, frame);
  if (cells.size > 0) for (const cell of enclosedCells(cells, frame.columns)) cells.add(cell);

  const { houseOf } = housesOfPoints(model, request, supply, store, new Set([supply.houses[own]!]));
  const capacityOf = new Map([...supply.houses].map((house, i) => [house, supply.capacity[i]!]));
  const amounts = new Map<string, { cell: number; house: number; pupils: number; unknown: number }>();
  for (let point = 0; point < model.points.count; point++) {
    const isUnknown = Number.isNaN(demand.demand[point]!);
    if (model.points.outside[point] === 1 || (wantedAt(point) === 0 && !isUnknown)) continue;
    const [cell, house] = [frame.cellOf[point]!, houseOf[point]!];
    const key = `${cell} ${house}`;
    const amount = amounts.get(key) ?? { cell, house, pupils: 0, unknown: 0 };
    amounts.set(key, amount);
    amount.pupils += wantedAt(point);
    if (isUnknown) amount.unknown++;
  }
  const found = [...amounts.values()].sort((a, b) => a.cell - b.cell || a.house - b.house);
  const houses = [...new Set(found.map(({ house }) => house))].filter((house) => house >= 0).sort((a, b) => a - b);
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return {
    cells: Int32Array.from(found, ({ cell }) => cell),
    schoolOf: Int32Array.from(found, ({ house }) => houses.indexOf(house)),
    pupils: Float64Array.from(found, ({ pupils }) => pupils),
    unknown: Int32Array.from(found, ({ unknown }) => unknown),
    schools: houses.map((house) => {
      const { id, name } = model.city.houses[house]!;
      return { id, name, capacity: known(capacityOf.get(house)) };
    }),
    places: known(places),
    pupilsPerZug: indicator.rounding.kind === 'zuege' ? indicator.rounding.size : null,
    proposal: Int32Array.from([...cells].sort((a, b) => a - b)),
  };
}

interface NearCell {
  readonly cell: number;
  readonly pupils: number;
}

/** The cells of some points with their pupils, in the order in which the points name them. */
function cellsByDistance(
  points: readonly number[],
  { cellOf }: CellFrame,
  wantedAt: (point: number) => number,
): readonly NearCell[] {
  const pupils = new Map<number, number>();
  for (const point of points) {
    const cell = cellOf[point]!;
    if (cell >= 0) pupils.set(cell, (pupils.get(cell) ?? 0) + wantedAt(point));
  }
  return [...pupils].map(([cell, amount]) => ({ cell, pupils: amount }));
}

/** Cells without people that a catchment may cross to the next cell: a street, a railway, a row of gardens. */
const BRIDGE_CELLS = 2;

/**
 * The nearest cells in one piece until the places are taken: each next one lies beside those there are, or beyond a strip where nobody
 * lives, which then belongs to it too. O(cells taken × cells).
 */
function growCatchment(nearest: readonly NearCell[], places: number, frame: CellFrame): Set<number> {
  const peopled = new Set(frame.cellOf);
  const cells = new Set<number>();
  const left = [...nearest];
  let taken = 0;
  while (left.length > 0) {
    let bridge: readonly number[] | null = null;
    const next = left.findIndex(({ cell }) => {
      bridge = cells.size === 0 ? [] : bridgeTo(cell, cells, peopled, frame);
      return bridge !== null;
    });
    const found = left[next];
    if (found === undefined || taken + found.pupils > places) break;
    left.splice(next, 1);
    taken += found.pupils;
    for (const cell of [found.cell, ...(bridge ?? [])]) cells.add(cell);
  }
  return cells;
}

/** The cells without people between a cell and others; none if it lies beside them, `null` if they are too far. */
function bridgeTo(
  cell: number,
  cells: ReadonlySet<number>,
  peopled: ReadonlySet<number>,
  frame: CellFrame,
): readonly number[] | null {
  let ways: readonly (readonly number[])[] = [[]];
  for (let length = 0; length <= BRIDGE_CELLS; length++) {
    const found = ways.find((way) => neighboursOf(way.at(-1) ?? cell, frame).some((next) => cells.has(next)));
    if (found !== undefined) return found;
    ways = ways.flatMap((way) =>
      neighboursOf(way.at(-1) ?? cell, frame)
        .filter((next) => !peopled.has(next))
        .map((next) => [...way, next]),
    );
  }
  return null;
}

/** Points of the city that have the school nearer than every other, the nearest first. */
function pointsByDistance(
  { points }: CityModel,
  houses: Uint32Array,
  own: number,
  { lists, listOf }: ReturnType<ReachStore['houses']>,
): readonly number[] {
  const nearest = new Uint32Array(points.count).fill(UNREACHED);
  const each = (house: number, visit: (point: number, decimeters: number) => void) => {
    const list = listOf[house]!;
    for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) visit(lists.points[e]!, lists.decimeters[e]!);
  };
  houses.forEach((house, i) => {
    if (i === own) return;
    each(house, (point, decimeters) => {
      nearest[point] = Math.min(nearest[point]!, decimeters);
    });
  });
  const found: { readonly point: number; readonly decimeters: number }[] = [];
  each(houses[own]!, (point, decimeters) => {
    if (points.outside[point] === 0 && decimeters < nearest[point]!) found.push({ point, decimeters });
  });
  return found.sort((a, b) => a.decimeters - b.decimeters || a.point - b.point).map(({ point }) => point);
}
