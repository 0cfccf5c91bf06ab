import type { AgeBand, DemandPoint } from '../../city/types.ts';
import type { DemoBuilding } from './buildings.ts';
import { ringOf } from './faces.ts';
import { insideRing } from './geometry.ts';
import type { Zone } from './land-use.ts';
import { districtsOfFace, type Town } from './town.ts';

export const AGE_BANDS: readonly AgeBand[] = [0, 1, 3, 6, 10, 15, 18, 25, 45, 65, 80].map((from, i, all) => ({
  from,
  to: all[i + 1] ?? null,
}));

/** Cells with fewer people name no ages. */
export const SUPPRESSED_BELOW = 3;

interface HousingProfile {
  /** Square metres of floor per person. */
  readonly floorPerPerson: number;
  /** Shares of the age bands. */
  readonly ages: readonly number[];
}

/** Who lives in which kind of housing: invented, near what German cities publish. */
const PROFILES: Readonly<Partial<Record<Zone, HousingProfile>>> = {
  'old-town': { floorPerPerson: 70, ages: [7, 12, 15, 16, 20, 13, 130, 440, 220, 85, 42] },
  founder: { floorPerPerson: 58, ages: [10, 17, 20, 22, 25, 15, 115, 430, 222, 86, 38] },
  rows: { floorPerPerson: 52, ages: [9, 18, 28, 37, 46, 28, 82, 290, 262, 140, 60] },
  garden: { floorPerPerson: 60, ages: [9, 20, 33, 46, 58, 33, 65, 255, 290, 138, 53] },
  villa: { floorPerPerson: 80, ages: [7, 15, 26, 37, 50, 32, 60, 220, 320, 165, 68] },
  slab: { floorPerPerson: 44, ages: [12, 24, 37, 49, 60, 34, 88, 290, 240, 120, 46] },
  village: { floorPerPerson: 58, ages: [9, 19, 30, 40, 50, 30, 70, 270, 290, 138, 54] },
};

export interface People {
  readonly population: DemandPoint[];
  /** Expected persons by age band and face: what services are planned by. */
  readonly byFace: readonly Float64Array[];
  /** The same by Stadtteil. */
  readonly byQuarter: readonly Float64Array[];
  readonly suppressedCells: number;
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly persons: Float64Array;
  face: number;
}

/** Wave of families and of old people over the city, per Stadtteil: factors on the young and on the old. */
function quarterMoods(town: Town): { young: number; old: number }[] {
  const random = town.random.fork('moods');
  return town.territory.quarters.map(() => ({ young: random.between(0.78, 1.28), old: random.between(0.8, 1.25) }));
}

/** Persons of a building by age band, before the city's total is matched. */
function createHouseholds(town: Town): (building: DemoBuilding, band: number) => number {
  const moods = quarterMoods(town);
  const { territory } = town;
  const cache = new Map<string, Float64Array>();
  return (building, band) => {
    const quarter = territory.quarterOfFace[building.face]!;
    const zone = territory.zones[building.face]!;
    const key = `${zone} ${quarter}`;
    let perFloor = cache.get(key);
    if (!perFloor) {
      const profile = PROFILES[zone] ?? PROFILES.garden!;
      const mood = moods[quarter] ?? { young: 1.05, old: 1 };
      const shares = profile.ages.map((share, k) => share * (k < 6 ? mood.young : k > 8 ? mood.old : 1));
      const sum = shares.reduce((p, q) => p + q, 0);
      perFloor = Float64Array.from(shares, (share) => share / sum / profile.floorPerPerson);
      cache.set(key, perFloor);
    }
    return building.squareMeters * building.levels * perFloor[band]!;
  };
}

/** The face that holds each cell's centre. */
function faceOfCells(
  town: Town,
  cells: ReadonlyMap<number, Cell>,
  keyOf: (column: number, row: number) => number,
): void {
  const { layout, faces } = town;
  for (let face = 0; face < faces.areas.length; face++) {
    const ring = ringOf(layout.graph, faces, face);
    let [west, east, south, north] = [1e9, -1e9, 1e9, -1e9];
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    for (let row = Math.ceil(south / 100 - 0.5); row * 100 + 50 <= north; row++) {
      for (let column = Math.ceil(west / 100 - 0.5); column * 100 + 50 <= east; column++) {
        const cell = cells.get(keyOf(column, row));
        if (cell && cell.face < 0 && insideRing(ring, column * 100 + 50, row * 100 + 50)) cell.face = face;
      }
    }
  }
}

/** Rounds a run of numbers to whole ones and carries the remainder on, so that their sum stays. */
function carryRounder(): (value: number) => number {
  let carry = 0;
  return (value) => {
    const whole = Math.floor(value + carry + 1e-9);
    carry += value - whole;
    return Math.max(0, whole);
  };
}

/** Spreads the inhabitants over the houses, and the houses over 100 m cells. */
export function settlePeople(town: Town): People {
  const { layout, territory, faces } = town;
  const half = layout.frame.halfMeters / 100;
  const keyOf = (column: number, row: number) => (row + half) * (2 * half + 1) + column + half;
  const cells = new Map<number, Cell>();
  const byFace = Array.from({ length: faces.areas.length }, () => new Float64Array(AGE_BANDS.length));
  const personsOf = createHouseholds(town);
  for (const building of town.buildings) {
    if (!building.residential) continue;
    const [column, row] = [Math.floor(building.middle[0] / 100), Math.floor(building.middle[1] / 100)];
    const key = keyOf(column, row);
    let cell = cells.get(key);
    if (!cell) {
      cell = { column, row, persons: new Float64Array(AGE_BANDS.length), face: -1 };
      cells.set(key, cell);
    }
    for (let band = 0; band < AGE_BANDS.length; band++) {
      const persons = personsOf(building, band);
      cell.persons[band]! += persons;
      byFace[building.face]![band]! += persons;
    }
  }
  faceOfCells(town, cells, keyOf);
  const ordered = [...cells.entries()].sort((a, b) => a[0] - b[0]).map(([, cell]) => cell);
  const isInside = (cell: Cell) => cell.face >= 0 && territory.quarterOfFace[cell.face]! >= 0;
  let built = 0;
  for (const cell of ordered) if (isInside(cell)) built += cell.persons.reduce((a, b) => a + b, 0);
  const factor = layout.frame.inhabitants / (built || 1);
  const byQuarter = territory.quarters.map(() => new Float64Array(AGE_BANDS.length));
  byFace.forEach((persons, face) => {
    const quarter = byQuarter[territory.quarterOfFace[face]!];
    for (let band = 0; band < persons.length; band++) {
      persons[band]! *= factor;
      if (quarter) quarter[band]! += persons[band]!;
    }
  });
  return { ...countPeople(town, ordered, factor, isInside), byFace, byQuarter };
}

function countPeople(
  town: Town,
  cells: readonly Cell[],
  factor: number,
  isInside: (cell: Cell) => boolean,
): { population: DemandPoint[]; suppressedCells: number } {
  const random = town.random.fork('cells');
  const rounders = AGE_BANDS.map(() => [carryRounder(), carryRounder()] as const);
  const population: DemandPoint[] = [];
  let suppressedCells = 0;
  for (const cell of cells) {
    const inside = isInside(cell);
    const persons = Array.from(cell.persons, (value, band) => {
      const lively = value * factor * random.between(0.75, 1.25);
      return rounders[band]![inside ? 0 : 1](Math.round(lively * 1000) / 1000);
    });
    const total = persons.reduce((a, b) => a + b, 0);
    if (total === 0) continue;
    const hidden = total < SUPPRESSED_BELOW;
    if (hidden) suppressedCells++;
    population.push({
      id: `demo:zelle-${cell.column}-${cell.row}`.replaceAll('--', '-m'),
      position: town.geo.toLonLat([cell.column * 100 + 50, cell.row * 100 + 50]),
      districts: inside ? districtsOfFace(town, cell.face) : [null, null],
      total,
      persons: hidden ? persons.map(() => null) : persons,
      outside: !inside,
      grade: 'official',
    });
  }
  return { population, suppressedCells };
}
