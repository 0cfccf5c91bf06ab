/**
 * What the residents of new sites change about the persons of one age group who live elsewhere in the city: some gave way to the site,
 * some moved there from other districts, and a forecast that contains all new housing keeps its total. A convention of this project,
 * graded assumed; see `src/engine/README.md`.
 */

/** Persons of the age group at every demand point outside the sites. NaN = missing: such points take no part. */
export interface Residents {
  readonly persons: Float64Array;
  /** District number per point, −1 = none. */
  readonly districtOf: Int32Array;
  /** 1 = lives outside the city and takes no part. */
  readonly outside: Uint8Array;
}

/** Persons of the age group who move into one site, and where from. */
export interface SiteArrivals {
  readonly persons: number;
  /** Share of them who lived in the city before (p_intern), 0–1. */
  readonly internalShare: number;
  /** District of the site, −1 = none. */
  readonly district: number;
}

/** Persons after the shift, as many as came in; the sums say what was moved. */
export interface ResidentShift {
  readonly persons: Float64Array;
  /** By which the residents of all sites are to be multiplied: below 1 only where they would be more than the whole city. */
  readonly siteFactor: number;
  /** Persons who left the cells of a site, and persons who moved into sites from other districts. */
  readonly gaveWay: number;
  readonly fromCity: number;
}

const takesPart = ({ persons, outside }: Residents, p: number) => outside[p] === 0 && !Number.isNaN(persons[p]!);

/** Persons inside the city whose number is known. */
export function sumOfResidents(residents: Residents): number {
  let sum = 0;
  for (let p = 0; p < residents.persons.length; p++) if (takesPart(residents, p)) sum += residents.persons[p]!;
  return sum;
}

/**
 * Takes shares (0–1, by number of the point) of the persons away: those who give way to a site. `into` receives the persons who stay; it
 * may be the array they are in. O(points), there O(shares).
 */
export function giveWay(
  residents: Residents,
  shares: ReadonlyMap<number, number>,
  into: Float64Array = new Float64Array(residents.persons.length),
): ResidentShift {
  if (into !== residents.persons) into.set(residents.persons);
  let gaveWay = 0;
  for (const [p, share] of shares) {
    if (!takesPart(residents, p)) continue;
    const persons = into[p]!;
    gaveWay += persons * share;
    into[p] = persons * (1 - share);
  }
  return { persons: into, siteFactor: 1, gaveWay, fromCity: 0 };
}

/** Persons of the age group who are not to come after all, and over which area a forecast has spread them. */
export interface Leavers {
  readonly persons: number;
  /** District number per point, −1 = none, and the number of the area among them. */
  readonly districtOf: Int32Array;
  readonly district: number;
}

/**
 * Takes persons out of areas, in proportion to who lives there: they were forecast and do not come. An area never loses more than it has.
 * `left` = persons taken out. O(points × leavers).
 */
export function takeOut(
  residents: Residents,
  leavers: readonly Leavers[],
): { readonly persons: Float64Array; readonly left: number } {
  if (leavers.length === 0) return { persons: residents.persons, left: 0 };
  const persons = residents.persons.slice();
  let left = 0;
  for (const { persons: leaving, districtOf, district } of leavers) {
    const livesThere = (p: number) => districtOf[p] === district && takesPart(residents, p);
    let living = 0;
    for (let p = 0; p < persons.length; p++) if (livesThere(p)) living += persons[p]!;
    const taken = Math.min(leaving, living);
    if (taken <= 0) continue;
    left += taken;
    for (let p = 0; p < persons.length; p++) if (livesThere(p)) persons[p]! *= 1 - taken / living;
  }
  return { persons, left };
}

/**
 * Takes the movers from inside the city out of the other districts, in proportion to their persons of the age group; out of all
 * districts where the site's own is the only one. A district never loses more than it has. O(points + sites × districts).
 */
export function takeFromDistricts(residents: Residents, sites: readonly SiteArrivals[]): ResidentShift {
  const { districtOf } = residents;
  const districtCount = districtOf.reduce((most, district) => Math.max(most, district + 1), 0);
  // Points without a district are one more district, in front.
  const living = new Float64Array(districtCount + 1);
  const taken = new Float64Array(districtCount + 1);
  for (let p = 0; p < districtOf.length; p++) {
    if (takesPart(residents, p)) living[districtOf[p]! + 1]! += residents.persons[p]!;
  }
  const all = living.reduce((sum, value) => sum + value, 0);
  for (const { persons, internalShare, district } of sites) {
    const elsewhere = all - living[district + 1]!;
    const isOnly = elsewhere <= 0;
    const base = isOnly ? all : elsewhere;
    if (base <= 0) continue;
    const movers = Math.min(persons * internalShare, base);
    for (let d = 0; d <= districtCount; d++) {
      if (isOnly || d !== district + 1) taken[d]! += (movers * living[d]!) / base;
    }
  }
  const left = living.map((value, d) => (value === 0 ? 1 : Math.max(0, 1 - taken[d]! / value)));
  const fromCity = living.reduce((sum, value, d) => sum + value * (1 - left[d]!), 0);
  return {
    persons: residents.persons.map((value, p) => (takesPart(residents, p) ? value * left[districtOf[p]! + 1]! : value)),
    siteFactor: 1,
    gaveWay: 0,
    fromCity,
  };
}

/**
 * Scales everyone outside the sites alike, so that they and the residents of the sites together are `total` (the city's persons by the
 * forecast). Residents of sites beyond the total are scaled down and nobody else is left. O(points).
 */
export function keepTotal(residents: Residents, siteResidents: number, total: number): ResidentShift {
  const living = sumOfResidents(residents);
  const rest = Math.max(0, total - siteResidents);
  const factor = living > 0 ? rest / living : 1;
  const scaleSites = siteResidents > 0 && (siteResidents > total || living === 0);
  return {
    persons: residents.persons.map((value, p) => (takesPart(residents, p) ? value * factor : value)),
    siteFactor: scaleSites ? total / siteResidents : 1,
    gaveWay: 0,
    fromCity: Math.max(0, living - rest),
  };
}
