import type { GapRow } from '../gaps/gap-request.ts';
import type { AtSites, CitySide } from './city-side.ts';
import type { YearPair } from './compare-site.ts';
import type { Surroundings } from './impact-surroundings.ts';
import type { ImpactYear } from './site-calls.ts';

/** Half a place: less is no place that anybody misses. */
export const HALF_A_PLACE = 0.5;
/** Amounts below this (in the unit of the service) are sums of floats. */
export const NOTHING = 1e-6;

/** What is missing because of the site in a year: 0 where nothing is known. */
export function addedBy({ missing, missingWithout }: ImpactYear): number {
  return missing === null || missingWithout === null ? 0 : tidy(Math.max(0, missing - missingWithout));
}

export const tidy = (value: number) => Math.round(value * 1000) / 1000;
export const tidyOrNull = (value: number | null) => (value === null || !Number.isFinite(value) ? null : tidy(value));

/** The year in which most is missing because of the site. */
export interface Worst {
  readonly year: number;
  readonly value: number;
}

/** The worse of what was the worst and another year; the first of equals, `null` while less than half a place is missing. */
export function worseOf(worst: Worst | null, year: ImpactYear): Worst | null {
  const value = addedBy(year);
  return value >= HALF_A_PLACE && value > (worst?.value ?? 0) + NOTHING ? { year: year.year, value } : worst;
}

/** What a year's comparison says of the site. */
export function impactOf(pair: YearPair, surroundings: Surroundings): ImpactYear {
  const { own } = surroundings;
  const { atSites } = pair.with;
  const persons = sumOver(own, (p) => personsAt(atSites, p));
  const demand = sumOver(own, (p) => demandAt(atSites, p));
  const found = missingOf(pair, surroundings, persons);
  return {
    year: pair.year,
    persons: tidy(Number.isFinite(persons) ? persons : 0),
    demand: tidyOrNull(demand),
    missing: tidyOrNull(found.missing),
    missingWithout: tidyOrNull(found.missingWithout),
    missingOwn: tidyOrNull(found.missingOwn),
    missingOthers: tidyOrNull(found.missingOthers),
  };
}

type Missing = Pick<ImpactYear, 'missing' | 'missingWithout' | 'missingOwn' | 'missingOthers'>;

const UNKNOWN: Missing = { missing: null, missingWithout: null, missingOwn: null, missingOthers: null };

function missingOf(pair: YearPair, surroundings: Surroundings, persons: number): Missing {
  switch (surroundings.around) {
    case 'reach':
      return missingInReach(pair, surroundings);
    case 'catchment':
      return missingInCatchments(pair);
    case 'area':
      return missingInArea(pair, surroundings);
    case 'own':
      return pair.with.atSites.areaScores === null
        ? beyondReach(pair, surroundings)
        : missingArea(pair, surroundings, persons);
  }
}

function sumOver(points: Iterable<number>, value: (p: number) => number): number {
  let sum = 0;
  for (const p of points) sum += value(p);
  return sum;
}

const personsAt = ({ from, persons }: AtSites, p: number) => persons[p - from]!;
const demandAt = ({ from, demand }: AtSites, p: number) => demand[p - from]!;

function missingInReach({ with: { unserved }, without }: YearPair, { own, points }: Surroundings): Missing {
  const before = without.unserved;
  if (unserved === null || before === null) return UNKNOWN;
  let missingOthers = 0;
  for (let p = 0; p < unserved.length; p++) {
    const more = unserved[p]! - before[p]!;
    if (more > 0 && !own.has(p)) missingOthers += more;
  }
  return {
    missing: sumOver(points, (p) => unserved[p]!),
    missingWithout: sumOver(points, (p) => before[p]!),
    missingOwn: sumOver(own, (p) => unserved[p]!),
    missingOthers,
  };
}

/** Numbers (among the rows) of the catchments that have more pupils with the site. */
export function catchmentsOf({ with: counting, without }: YearPair): number[] {
  const before = without.catchments?.rows ?? [];
  return (counting.catchments?.rows ?? []).flatMap(({ persons }, i) =>
    (persons ?? 0) - (before[i]?.persons ?? 0) > NOTHING ? [i] : [],
  );
}

function missingInCatchments(pair: YearPair): Missing {
  const numbers = catchmentsOf(pair);
  const lack = (side: CitySide) => {
    let sum: number | null = numbers.length === 0 ? null : 0;
    for (const i of numbers) {
      const { demand, capacity } = side.catchments!.rows[i]!;
      sum = sum === null || demand === null || capacity === null ? null : sum + Math.max(0, demand - capacity);
    }
    return sum;
  };
  return { ...UNKNOWN, missing: lack(pair.with), missingWithout: lack(pair.without) };
}

function missingInArea(pair: YearPair, { row }: Surroundings): Missing {
  const lack = (side: CitySide) => {
    const found = rowOf(side, row!);
    return found === undefined || found.balance === null ? null : Math.max(0, -found.balance);
  };
  return { ...UNKNOWN, missing: lack(pair.with), missingWithout: lack(pair.without) };
}

function rowOf(
  { result }: CitySide,
  { level, id }: { readonly level: number; readonly id: string },
): GapRow | undefined {
  return result.levels.flat().find((row) => row.level === level && row.id === id);
}

/** Persons of the site beyond the limit: services that are only reached, not counted in places. */
function beyondReach({ with: { result, like, atSites } }: YearPair, { own }: Surroundings): Missing {
  const limit = result.limitMeters;
  if (limit === null) return UNKNOWN;
  const beyond = sumOver(own, (p) => (like.nearest[p]! <= Math.round(limit * 10) ? 0 : personsAt(atSites, p)));
  return { missing: beyond, missingWithout: 0, missingOwn: beyond, missingOthers: 0 };
}

/** m² that lack against the rate, in the whole city: whoever shares an area with the site has less of it. */
function missingArea(pair: YearPair, { own }: Surroundings, persons: number): Missing {
  const city = (side: CitySide) => side.result.levels[0]![0]!.missing;
  const { atSites } = pair.with;
  const missing = city(pair.with);
  const missingWithout = city(pair.without);
  if (missing === null || missingWithout === null || persons === 0) return { ...UNKNOWN, missing, missingWithout };
  const [first] = own;
  const rate = demandAt(atSites, first!) / personsAt(atSites, first!);
  const missingOwn = sumOver(
    own,
    (p) => personsAt(atSites, p) * Math.max(0, rate - atSites.areaScores![p - atSites.from]!),
  );
  return { missing, missingWithout, missingOwn, missingOthers: Math.max(0, missing - missingWithout - missingOwn) };
}
