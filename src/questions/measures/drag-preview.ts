import { createChangedAllocation } from '../../engine/location/changed-allocation.ts';
import { allocate } from '../../engine/models/allocation.ts';
import { nearestDecimeters } from '../../engine/models/coverage.ts';
import { collectPairs } from '../../engine/models/pairs.ts';
import type { ReachList } from '../../engine/reach/reach-lists.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { CellFrame } from '../gap-map/cell-frame.ts';
import type { GapCells } from '../gap-map/gap-calls.ts';
import { type CellSums, codeOfParts, codesOfCells, partsOfPoint, sumCells } from '../gap-map/gap-cells.ts';
import type { CityModel } from '../gaps/city-model.ts';
import type { GapDetails } from '../gaps/compute-gaps.ts';
import type { GapResult } from '../gaps/gap-request.ts';
import { addHouse, type GapFigures, rowsOfSums, type Sums, sumGaps } from '../gaps/gap-rows.ts';
import type { GapSupply } from '../gaps/gap-supply.ts';
import type { ReachStore } from '../gaps/service-reach.ts';

/** Rows and cells with one house somewhere else. */
export interface Moved {
  readonly result: GapResult;
  readonly cells: GapCells | null;
}

/** A city in which one house may stand anywhere, everything else as it was. */
export type DragPreview = (position: LonLat) => Moved;

interface Parts {
  readonly model: CityModel;
  readonly reach: ReachStore;
  readonly frame: CellFrame;
  readonly locator: DistrictLocator;
  /** The answer with the house where it was first. */
  readonly details: GapDetails;
  /** m² per person asked for, as for the cells. */
  readonly rate: number | null;
  /** Largest limit of the service: up to it the nearest house is known. */
  readonly largestMeters: number;
}

/**
 * What the rows and cells would be with a house elsewhere, at the cost of the part of the city that notices it: the city without the
 * house is worked out once, then only the pairs are followed that the house at its place changes. Figures are those of `computeGaps`
 * with the same split of shared pools (tested against it, within 1e-6). `null` for other models than the allocation, or if the house
 * does not count in that year or stands beyond the border.
 */
export function createDragPreview(parts: Parts, houseId: string): DragPreview | null {
  const { model, reach, frame, locator, details, rate, largestMeters } = parts;
  const { supply, figures, asked, result } = details;
  const own = [...supply.houses].findIndex((number) => model.city.houses[number]!.id === houseId);
  const limit = figures.limitDecimeters;
  if (own < 0 || limit === null || details.allocation === null) return null;
  // Beyond the border it has no places: what it would have elsewhere is not known from there.
  if (model.city.houses[supply.houses[own]!]!.outside) return null;

  const house = pickHouses(supply, [own]);
  const others = pickHouses(
    supply,
    [...supply.houses.keys()].filter((i) => i !== own),
  );
  const known = [...others.houses.keys()].filter((i) => !Number.isNaN(others.capacity[i]!));
  const store = reach.houses(result.request.service, largestMeters);
  const lists = others.houses.map((number) => store.listOf[number]!);
  const pairs = collectPairs(
    store.lists,
    Uint32Array.from(known, (i) => lists[i]!),
    limit,
  );
  const capacity = Float64Array.from(known, (i) => others.capacity[i]!);
  const allocation = allocate(asked, capacity, pairs);
  const taken = new Float64Array(others.houses.length).fill(Number.NaN);
  known.forEach((i, k) => {
    taken[i] = allocation.taken[k]!;
  });
  const nearest = nearestDecimeters(store.lists, lists, model.points.count);
  const sums = sumGaps({ ...figures, supply: others, nearest, allocation: { ...allocation, taken } });
  const without = { sums, rows: rowsOfSums(figures, sums) };
  const cells = sumCells(model, { ...details, nearest, allocation }, rate, frame);
  const codes = cells === null ? null : codesOfCells(cells);
  const changed = createChangedAllocation({ demand: asked, capacity, pairs, allocation });
  const finder = reach.finder(largestMeters);
  const numbersByLevel = model.districts.map(({ ids }) => new Map(ids.map((id, i) => [id, i])));

  /** Number of the district per level, as for houses of the city; −1 = none. */
  const districtsAt = (position: LonLat): number[] => {
    const located = locator.locate(position);
    const outside = located.length > 0 && located.every((id) => id === null);
    return numbersByLevel.map((numbers, level) => {
      if (outside) return -1;
      return level === 0 ? 0 : (numbers.get(located[level - 1] ?? '') ?? -1);
    });
  };
  /** Who walks how far to the position, up to the limit. */
  const listAt = (position: LonLat): ReachList => {
    const { x, y } = model.project([position]);
    const { points, decimeters } = finder.findAll(model.attach(x, y));
    const within = [...points.keys()].filter((i) => decimeters[i]! <= limit);
    return {
      points: Uint32Array.from(within, (i) => points[i]!),
      decimeters: Uint32Array.from(within, (i) => decimeters[i]!),
    };
  };

  return (position) => {
    const list = listAt(position);
    const districts = districtsAt(position);
    // Places beyond the border count for nobody.
    const places = districts[0] === -1 ? Number.NaN : house.capacity[0]!;
    const servedMore = new Map<number, number>();
    const takenMore = new Float64Array(known.length);
    let takenHere = 0;
    const visit = (pair: number, difference: number) => {
      const isHere = pair >= pairs.count;
      const point = isHere ? list.points[pair - pairs.count]! : pairs.points[pair]!;
      servedMore.set(point, (servedMore.get(point) ?? 0) + difference);
      if (isHere) takenHere += difference;
      else takenMore[pairs.houses[pair]!]! += difference;
    };
    if (!Number.isNaN(places)) changed.gain({ added: [{ reach: list, capacity: places }] }, visit);

    const now = sums.map((level) => level.slice());
    /** Sums of a district that are this move's own. */
    const ownSums = (level: number, district: number): Sums => {
      const own = now[level]!;
      if (own[district] === sums[level]![district]) own[district] = { ...own[district]! };
      return own[district]!;
    };
    const movedCells = new Map<number, Float64Array>();
    const reached = new Set(list.points);
    for (const point of new Set([...reached, ...servedMore.keys()])) {
      const served = allocation.served[point]!;
      const was: PointFate = { within: nearest[point]! <= limit, served };
      const is: PointFate = {
        within: was.within || reached.has(point),
        served: served + (servedMore.get(point) ?? 0),
      };
      model.districts.forEach((_, level) => {
        const district = model.points.districtOf[level]![point]!;
        if (district >= 0) changePoint(ownSums(level, district), figures, point, was, is);
      });
      if (cells !== null) changeCell(movedCells, cells, model, details, point, was, is);
    }
    now.forEach((_, l) => {
      const districtOf = model.districtOfHouse[l]!;
      takenMore.forEach((more, k) => {
        const district = more === 0 ? -1 : districtOf[others.houses[known[k]!]!]!;
        if (district >= 0) ownSums(l, district).taken += more;
      });
      const here = districts[l]!;
      const supplied = { ...house, capacity: Float64Array.of(places) };
      const allocated = { ...allocation, taken: Float64Array.of(takenHere) };
      if (here >= 0) addHouse(ownSums(l, here), { supply: supplied, allocation: allocated }, 0);
    });
    return {
      result: { ...result, levels: rowsOfSums(figures, now, without) },
      cells:
        cells === null
          ? null
          : {
              tells: cells.tells,
              columns: frame.columns,
              rows: frame.rows,
              codes: changedCodes(codes!, cells, movedCells),
            },
    };
  };
}

/** Some of the counted houses. */
function pickHouses(supply: GapSupply, places: readonly number[]): GapSupply {
  const pick = (values: Float64Array) => Float64Array.from(places, (i) => values[i]!);
  return {
    ...supply,
    houses: Uint32Array.from(places, (i) => supply.houses[i]!),
    capacity: pick(supply.capacity),
    secured: pick(supply.secured),
    planned: pick(supply.planned),
    notAvailable: pick(supply.notAvailable),
  };
}

/** What becomes of the people of a point. */
interface PointFate {
  readonly within: boolean;
  readonly served: number;
}

/** Corrects the sums of an area that a point lies in. */
function changePoint(
  sums: Sums,
  { demand }: Pick<GapFigures, 'demand'>,
  point: number,
  was: PointFate,
  is: PointFate,
): void {
  const persons = demand.persons[point]!;
  if (Number.isNaN(persons)) return;
  const wanted = demand.demand[point]!;
  if (is.within && !was.within) {
    sums.personsWithin += persons;
    sums.demandWithin += wanted;
  }
  sums.served += is.served - was.served;
  sums[was.within ? 'noPlace' : 'outOfReach'] -= wanted - was.served;
  sums[is.within ? 'noPlace' : 'outOfReach'] += wanted - is.served;
}

/** Corrects the sums of the cell that a point lies in. */
function changeCell(
  moved: Map<number, Float64Array>,
  { tells, frame, parts }: CellSums,
  { points }: CityModel,
  { demand }: Pick<GapDetails, 'demand'>,
  point: number,
  was: PointFate,
  is: PointFate,
): void {
  const cell = frame.cellOf[point]!;
  const amount = tells === 'places' ? demand.demand[point]! : demand.persons[point]!;
  if (cell < 0 || points.outside[point] === 1 || Number.isNaN(amount)) return;
  const sums = moved.get(cell) ?? parts.slice(3 * cell, 3 * cell + 3);
  moved.set(cell, sums);
  const before = partsOfPoint(tells, { amount, score: 0, ...was }, null);
  const after = partsOfPoint(tells, { amount, score: 0, ...is }, null);
  for (let part = 0; part < 3; part++) sums[part]! += after[part]! - before[part]!;
}

/** The codes with those of some cells made anew. */
function changedCodes(codes: Uint8Array, { base }: CellSums, moved: ReadonlyMap<number, Float64Array>): Uint8Array {
  const changed = codes.slice();
  for (const [cell, sums] of moved) changed[cell] = codeOfParts(sums) || base[cell]!;
  return changed;
}
