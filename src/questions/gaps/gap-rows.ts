import type { Allocation } from '../../engine/models/allocation.ts';
import type { Model } from '../../indicators/indicator.ts';
import { locatorOf } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { CityModel, GapCity } from './city-model.ts';
import type { GapDemand } from './gap-demand.ts';
import type { GapRequest, GapRow } from './gap-request.ts';
import type { GapSupply } from './gap-supply.ts';

/** Everything the rows are summed from. */
export interface GapFigures {
  readonly model: CityModel;
  readonly request: GapRequest;
  readonly kind: Model;
  readonly limitDecimeters: number | null;
  readonly demand: GapDemand;
  readonly supply: GapSupply;
  readonly isArea: boolean;
  readonly nearest: Uint32Array;
  readonly allocation: Allocation | null;
  /** m² per person in reach per point, for the area model. */
  readonly areaScores: Float64Array | null;
  /** m² per person asked for; `null` = to be set by the city. */
  readonly areaRate: number | null;
  readonly notConnected: Uint8Array;
  /** Places per district id that have no location. */
  readonly withoutLocation: ReadonlyMap<string, number>;
}

/** Sums of one area while its points and houses are added up. */
export interface Sums {
  points: number;
  pointsMissing: number;
  pointsNotConnected: number;
  pointsAtBorder: number;
  persons: number;
  demand: number;
  personsWithin: number;
  demandWithin: number;
  served: number;
  noPlace: number;
  outOfReach: number;
  capacity: number;
  secured: number;
  planned: number;
  notAvailable: number;
  taken: number;
  /** m² that lack against the rate, and persons who have the full rate. */
  areaMissing: number;
  personsFull: number;
  houses: number;
  housesWithoutCapacity: number;
}

function emptySums(): Sums {
  return {
    points: 0,
    pointsMissing: 0,
    pointsNotConnected: 0,
    pointsAtBorder: 0,
    persons: 0,
    demand: 0,
    personsWithin: 0,
    demandWithin: 0,
    served: 0,
    noPlace: 0,
    outOfReach: 0,
    capacity: 0,
    secured: 0,
    planned: 0,
    notAvailable: 0,
    taken: 0,
    areaMissing: 0,
    personsFull: 0,
    houses: 0,
    housesWithoutCapacity: 0,
  };
}

/** Adds the points to the sums of the districts they lie in. */
function addPoints(sums: readonly Sums[], districtOf: Int32Array, figures: GapFigures): void {
  const { model, nearest, allocation, areaScores, areaRate, notConnected } = figures;
  const { persons, demand } = figures.demand;
  const { borderMeters } = model;
  const { packageCount } = model.points;
  const limit = figures.limitDecimeters ?? -1;
  for (let p = 0; p < persons.length; p++) {
    const district = districtOf[p]!;
    if (district < 0) continue;
    const sum = sums[district]!;
    if (p < packageCount) sum.points++;
    const here = persons[p]!;
    if (Number.isNaN(here)) {
      // A site is no cell of the package: its point without figures is not one more cell without.
      if (p < packageCount) sum.pointsMissing++;
      continue;
    }
    const wanted = demand[p]!;
    const within = nearest[p]! <= limit;
    sum.pointsNotConnected += notConnected[p]!;
    if (borderMeters[p]! * 10 <= limit) sum.pointsAtBorder++;
    sum.persons += here;
    sum.demand += wanted;
    if (within) {
      sum.personsWithin += here;
      sum.demandWithin += wanted;
    }
    if (areaScores !== null && areaRate !== null) {
      const score = areaScores[p]!;
      sum.areaMissing += here * Math.max(0, areaRate - score);
      if (score >= areaRate) sum.personsFull += here;
    }
    if (allocation === null) continue;
    const served = allocation.served[p]!;
    sum.served += served;
    // Served by a house of known capacity implies within reach; what is left is "full" inside and "out of reach" outside.
    if (within) sum.noPlace += wanted - served;
    else sum.outOfReach += wanted - served;
  }
}

/** Adds a counted house, by its place in the supply. */
export function addHouse(sums: Sums, figures: Pick<GapFigures, 'supply' | 'allocation'>, i: number): void {
  const capacity = figures.supply.capacity[i]!;
  sums.houses++;
  if (Number.isNaN(capacity)) {
    sums.housesWithoutCapacity++;
    return;
  }
  sums.capacity += capacity;
  sums.secured += figures.supply.secured[i]!;
  sums.planned += figures.supply.planned[i]!;
  sums.notAvailable += figures.supply.notAvailable[i]!;
  sums.taken += figures.allocation?.taken[i] ?? 0;
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Ratio, `null` where the divisor is 0 or either side is missing. */
function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function toRow(
  figures: GapFigures,
  sums: Sums,
  { id, name, level, parent }: Pick<GapRow, 'id' | 'name' | 'level' | 'parent'>,
  extraPlaces: number,
  someSizeKnown: boolean,
): GapRow {
  const { kind, limitDecimeters, isArea, supply } = figures;
  const noPersons = sums.points > 0 && sums.pointsMissing === sums.points;
  const persons = noPersons ? null : known(sums.persons);
  // A number of houses is wanted per area, not per person.
  const demand = noPersons || kind === 'count' ? null : known(sums.demand);
  const hasReach = limitDecimeters !== null && !noPersons;
  const counts = kind === 'allocation' || kind === 'catchment' || kind === 'balance';
  const noCapacity =
    !counts || isArea || (sums.houses > 0 && sums.housesWithoutCapacity === sums.houses && extraPlaces === 0);
  const capacity = noCapacity ? null : sums.capacity + extraPlaces;
  // Residents may find places in other districts: served is known wherever the city knows any capacity at all.
  const allocated = figures.allocation !== null && demand !== null && someSizeKnown;
  const served = allocated ? sums.served : null;
  // Areas of which none has a known size say nothing about m²; where there is no area at all, there are 0 m².
  const sizeKnown = supply.capacity.length === 0 || someSizeKnown;
  const hasArea = figures.areaScores !== null && figures.areaRate !== null && hasReach && sizeKnown;
  // Named one by one: spread into so many fields the object is made forty times as slowly, and rows are made by the thousand.
  return {
    id,
    name,
    level,
    parent,
    persons,
    demand,
    personsWithinReach: hasReach ? known(sums.personsWithin) : null,
    demandWithinReach: hasReach ? known(sums.demandWithin) : null,
    served,
    noPlace: allocated ? sums.noPlace : null,
    outOfReach: allocated ? sums.outOfReach : null,
    missing: allocated ? sums.demand - sums.served : hasArea ? sums.areaMissing : null,
    free: allocated && !noCapacity ? sums.capacity - sums.taken : null,
    capacity,
    capacitySecured: capacity === null ? null : sums.secured,
    capacityPlanned: capacity === null ? null : sums.planned,
    capacityNotAvailable: capacity === null ? null : sums.notAvailable,
    balance: capacity === null || demand === null ? null : capacity - demand,
    supplyRate: ratio(capacity === null ? null : capacity * 100, persons),
    demandMet: hasArea ? ratio(sums.personsFull, persons) : ratio(served, demand),
    coverage: hasReach ? ratio(known(sums.personsWithin), persons) : null,
    houses: sums.houses,
    housesWithoutCapacity: sums.housesWithoutCapacity,
    pointsMissing: sums.pointsMissing,
    pointsNotConnected: sums.pointsNotConnected,
    pointsAtBorder: sums.pointsAtBorder,
  };
}

/**
 * Rows of the city (level 0) and of the districts of every level, in the order of district ids. Districts of one level add up to the
 * city where every point and house lies in one. `wanted`: numbers of the levels that get rows, all if left out.
 * O((points + houses) × levels).
 */
export function gapRows(figures: GapFigures, wanted?: readonly number[]): GapRow[][] {
  return rowsOfSums(figures, sumGaps(figures, wanted));
}

/** What the rows are made of, by level and district; level 0 is the city, levels that are not wanted are empty. O((points + houses) × levels). */
export function sumGaps(figures: GapFigures, wanted?: readonly number[]): Sums[][] {
  const { model, supply, isArea } = figures;
  const districtOfHouse = isArea ? districtsOfAreas(model) : model.districtOfHouse;
  return model.districts.map((table, level) => {
    if (wanted?.includes(table.level) === false) return [];
    const sums = table.ids.map(emptySums);
    addPoints(sums, model.points.districtOf[level]!, figures);
    supply.houses.forEach((number, i) => {
      const district = districtOfHouse[level]![number]!;
      if (district >= 0) addHouse(sums[district]!, figures, i);
    });
    return sums;
  });
}

/** Sums and the rows that they made with the same figures. */
export interface SummedRows {
  readonly sums: readonly (readonly Sums[])[];
  readonly rows: readonly (readonly GapRow[])[];
}

/** The rows that some sums make; those of sums that are the same objects in `like` are taken from there. O(districts). */
export function rowsOfSums(
  figures: GapFigures,
  sums: readonly (readonly Sums[])[],
  like: SummedRows | null = null,
): GapRow[][] {
  const { model, supply, withoutLocation } = figures;
  const someSizeKnown = supply.capacity.some((size) => !Number.isNaN(size));
  return model.districts.map((table, level) =>
    sums[level]!.map((sum, i) => {
      if (like !== null && like.sums[level]![i] === sum) return like.rows[level]![i]!;
      const id = table.ids[i]!;
      const district = { id, name: table.names[i]!, level: table.level, parent: table.parents[i]! };
      return toRow(figures, sum, district, placesIn(model, level, id, withoutLocation), someSizeKnown);
    }),
  );
}

const knownDistricts = new WeakMap<
  GapCity['supplyAreas'],
  { of: GapCity['districts']; found: readonly Int32Array[] }
>();

/** District number per level and supply area, −1 = outside: the district of a point inside the area counts it. Once per city. */
function districtsOfAreas(model: CityModel): readonly Int32Array[] {
  const { supplyAreas, districts } = model.city;
  const known = knownDistricts.get(supplyAreas);
  if (known?.of === districts) return known.found;
  const locator = locatorOf(districts);
  const located = supplyAreas.map(({ geometry, outside }) => {
    if (outside) return null;
    return locator.locate(geometry.type === 'Point' ? geometry.coordinates : interiorPoint(geometry));
  });
  const found = model.districts.map(({ level, ids }) => {
    const numberById = new Map(ids.map((id, i) => [id, i]));
    return Int32Array.from(located, (place) => {
      if (place === null) return -1;
      return level === 0 ? 0 : (numberById.get(place[level - 1] ?? '') ?? -1);
    });
  });
  knownDistricts.set(supplyAreas, { of: districts, found });
  return found;
}

/** Places without a location in a district: its own figure, else the sum of its children's; the city has the sum of the coarsest figures. */
function placesIn(model: CityModel, level: number, id: string, places: ReadonlyMap<string, number>): number {
  const own = places.get(id);
  if (own !== undefined) return own;
  const below = model.districts[level + 1];
  if (below === undefined) return 0;
  return below.ids.reduce((sum, child, i) => {
    const isChild = level === 0 || below.parents[i] === id;
    return isChild ? sum + placesIn(model, level + 1, child, places) : sum;
  }, 0);
}
