import { UNREACHED } from '../../engine/network/bounded-search.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Area } from '../../shared/geometry/area.ts';
import { polygonsFromUnits, polygonsInUnits } from '../../shared/geometry/area.ts';
import { combine } from '../../shared/geometry/boolean-operations.ts';
import { type CellLattice, layCells } from '../cell-lattice.ts';
import type { CellFrame } from '../gap-map/cell-frame.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { computeGaps } from '../gaps/compute-gaps.ts';
import { housesOfPoints } from '../gaps/gap-catchments.ts';
import type { GapRequest } from '../gaps/gap-request.ts';
import type { ReachStore } from '../gaps/service-reach.ts';
import type { CatchmentProposal, GivingSchool } from './measure-calls.ts';

interface Parts {
  /** The city with the new school at its place and without a catchment of its own. */
  readonly model: CityModel;
  readonly reach: ReachStore;
  readonly frame: CellFrame;
}

/**
 * A Schulbezirk for a new school: the cells for whose children it is nearer than every other school that counts in that year, the nearest
 * first, until its places are taken (all of them where its places are not known). Whole cells, so that it can be followed by hand; a
 * proposal, no by-law. `null` if nobody has it nearest. Throws as `computeGaps`. O(pairs + cells taken).
 */
export function proposeCatchment(
  { model, reach, frame }: Parts,
  indicator: Indicator,
  request: GapRequest,
  houseId: string,
): CatchmentProposal | null {
  const details = computeGaps(model, reach, indicator, request, { rows: false });
  const { supply, demand, result } = details;
  const own = [...supply.houses].findIndex((number) => model.city.houses[number]!.id === houseId);
  if (own < 0) return null;
  const store = reach.houses(indicator.service, indicator.largestLimitMeters ?? result.limitMeters ?? 0);
  const nearest = nearestOfOthers(supply.houses, own, store, model.points.count);
  const list = store.listOf[supply.houses[own]!]!;
  const candidates: { readonly point: number; readonly decimeters: number }[] = [];
  for (let e = store.lists.offsets[list]!; e < store.lists.offsets[list + 1]!; e++) {
    const [point, decimeters] = [store.lists.points[e]!, store.lists.decimeters[e]!];
    if (model.points.outside[point] === 0 && decimeters < nearest[point]!) candidates.push({ point, decimeters });
  }
  candidates.sort((a, b) => a.decimeters - b.decimeters || a.point - b.point);
  const wantedAt = (point: number) => (Number.isNaN(demand.demand[point]!) ? 0 : demand.demand[point]!);
  const places = supply.capacity[own]!;
  const cells = new Set<number>();
  let taken = 0;
  for (const { point } of candidates) {
    const cell = frame.cellOf[point]!;
    if (cell < 0) continue;
    if (taken + wantedAt(point) > places) break;
    taken += wantedAt(point);
    cells.add(cell);
  }
  if (cells.size === 0) return null;
  for (const cell of enclosedCells(cells, frame.columns)) cells.add(cell);
  const lattice = layCells(model.city.population, model.city.identity);
  if (lattice === null) return null;
  const { houseOf } = housesOfPoints(model, request, supply, store);
  const before = new Map<number, number>();
  const given = new Map<number, number>();
  for (let point = 0; point < model.points.count; point++) {
    if (model.points.outside[point] === 1) continue;
    const to = cells.has(frame.cellOf[point]!) ? given : null;
    const house = houseOf[point]!;
    before.set(house, (before.get(house) ?? 0) + wantedAt(point));
    to?.set(house, (to.get(house) ?? 0) + wantedAt(point));
  }
  const schools = [...given].flatMap(([house, amount]): GivingSchool[] => {
    const place = supply.houses.indexOf(house);
    if (house < 0 || place === own || amount <= 0) return [];
    const capacity = place < 0 ? Number.NaN : supply.capacity[place]!;
    const { id, name } = model.city.houses[house]!;
    const was = before.get(house)!;
    return [{ id, name, before: was, after: was - amount, capacity: Number.isNaN(capacity) ? null : capacity }];
  });
  return {
    area: areaOfCells(cells, lattice),
    cells: cells.size,
    pupils: [...given.values()].reduce((sum, amount) => sum + amount, 0),
    places: Number.isNaN(places) ? null : places,
    schools: schools.sort((a, b) => b.before - b.after - (a.before - a.after) || (a.id < b.id ? -1 : 1)),
  };
}

/** Decimetres to the nearest other school per point. */
function nearestOfOthers(
  houses: Uint32Array,
  own: number,
  { lists, listOf }: ReturnType<ReachStore['houses']>,
  pointCount: number,
): Uint32Array {
  const nearest = new Uint32Array(pointCount).fill(UNREACHED);
  houses.forEach((house, i) => {
    if (i === own) return;
    const list = listOf[house]!;
    for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) {
      const point = lists.points[e]!;
      nearest[point] = Math.min(nearest[point]!, lists.decimeters[e]!);
    }
  });
  return nearest;
}

/** Cells that some cells close in, e.g. a park: they belong to the same catchment. O(cells of the box around). */
function enclosedCells(cells: ReadonlySet<number>, columns: number): number[] {
  const columnOf = (cell: number) => cell % columns;
  const rowOf = (cell: number) => Math.floor(cell / columns);
  const [west, east] = [Math.min, Math.max].map((most) => most(...[...cells].map(columnOf))) as [number, number];
  const [north, south] = [Math.min, Math.max].map((most) => most(...[...cells].map(rowOf))) as [number, number];
  // One more cell on every side: from there all of the outside is reached.
  const width = east - west + 3;
  const height = south - north + 3;
  const isTaken = (x: number, y: number) =>
    cells.has((north + y - 1) * columns + west + x - 1) && x > 0 && x < width - 1;
  const outside = new Uint8Array(width * height);
  const open = [0];
  outside[0] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (const [nextX, nextY] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      const next = nextY * width + nextX;
      if (nextX < 0 || nextX >= width || nextY < 0 || nextY >= height || outside[next] === 1 || isTaken(nextX, nextY))
        continue;
      outside[next] = 1;
      open.push(next);
    }
  }
  const found: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (outside[y * width + x] === 0 && !isTaken(x, y)) found.push((north + y - 1) * columns + west + x - 1);
    }
  }
  return found;
}

/** The outline of some cells; cells that touch along a side are one. */
function areaOfCells(cells: ReadonlySet<number>, lattice: CellLattice): Area {
  const { projection, cellMeters, columns, west, north } = lattice;
  const corner = (column: number, row: number) => [
    ...projection.inverse((west + column) * cellMeters, (north - row) * cellMeters),
  ];
  const squares = [...cells]
    .sort((a, b) => a - b)
    .map((cell) => {
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      const ring = [
        corner(column, row + 1),
        corner(column + 1, row + 1),
        corner(column + 1, row),
        corner(column, row),
        corner(column, row + 1),
      ];
      return polygonsInUnits([[ring]]);
    });
  const [first, ...others] = squares;
  return { type: 'MultiPolygon', coordinates: polygonsFromUnits(combine('union', first!, others)) };
}
