import type { NeedContent } from '../../plan/types/needs.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { Random } from '../../shared/random.ts';
import { airMeters, type DemoGround, type Ground } from './demo-ground.ts';
import { type KindName, needKind } from './need-kinds.ts';
import { monthOf } from './plan-days.ts';
import {
  BUNDLE_MONTHS_APART,
  BUNDLE_WALK_METERS,
  FAR_AIR_METERS,
  NEAR_AIR_METERS,
  NEAR_MISS_SEEDS,
  PLANTED_SEEDS,
  type SetSeed,
} from './planted-sets.ts';

/** A need of a set before it is reported. */
export interface SpottedNeed {
  readonly kind: KindName;
  readonly place: NeedContent['place'];
  readonly position: LonLat;
  readonly neededBy: string;
  /** `null` = as the kind has it. */
  readonly plotSquareMeters: number | null;
}

export interface SpottedSet {
  readonly seed: SetSeed;
  readonly anchor: Ground;
  readonly needs: readonly SpottedNeed[];
}

/** Two times, years apart, so that two sets may stand in one quarter without being taken for one. */
const PERIODS = [
  ['2027-09-01', '2028-03-01', '2028-09-01'],
  ['2034-09-01', '2035-03-01', '2035-09-01'],
] as const;

/** Sets keep more than the rule's months apart, to be clear of any reasonable rule. */
const CLEAR_MONTHS = BUNDLE_MONTHS_APART + 12;

/** Uses named in the plan that leave no room for others. */
const CLOSED_USES = ['Feuerwehr', 'Kirche'];

/** Smallest and largest plot on which two needs that fill it alone look believable. */
const AREA_MISS_SQUARE_METERS = [1500, 5200] as const;
/** Of the sum of an area miss even the largest place near has less than this part. */
const AREA_MISS_SHARE = 0.65;

interface Taken {
  readonly position: LonLat;
  readonly month: number;
}

/** Which of the sets is hardest to place comes first: schools, room, distance, sites; the others follow by turns. */
function seedsInOrder(): readonly SetSeed[] {
  const all = [...PLANTED_SEEDS, ...NEAR_MISS_SEEDS];
  const hardness = (seed: SetSeed) => {
    if (seed.kinds.some((kind) => needKind(kind).besideHouseOf !== null)) return 0;
    if (seed.rule === 'area') return 1;
    if (seed.rule === 'distance') return 2;
    return seed.anchor === 'site' ? 3 : 4;
  };
  const turn = (seed: SetSeed) => Number(seed.id.slice(-2));
  return all.sort((a, b) => hardness(a) - hardness(b) || turn(a) - turn(b) || (a.id < b.id ? -1 : 1));
}

/**
 * Finds a place for each set, well apart from the others in space or time, so that needs of different sets never fit together. What finds
 * none (small cities) is left out.
 */
export function placeSets(ground: DemoGround, random: Random): readonly SpottedSet[] {
  const taken: Taken[] = [];
  const used = new Set<string>();
  const found: SpottedSet[] = [];
  for (const seed of seedsInOrder()) {
    const stream = random.fork(seed.id);
    const set = firstFit(ground, seed, taken, used, stream);
    if (set === null) continue;
    found.push(set);
    used.add(set.anchor.id);
    taken.push(...set.needs.map(({ position, neededBy }) => ({ position, month: monthOf(neededBy) })));
  }
  return found.sort((a, b) => (a.seed.id < b.seed.id ? -1 : 1));
}

function firstFit(
  ground: DemoGround,
  seed: SetSeed,
  taken: readonly Taken[],
  used: ReadonlySet<string>,
  random: Random,
): SpottedSet | null {
  const first = random.below(2);
  for (const anchor of candidates(ground, seed, random)) {
    if (used.has(anchor.id)) continue;
    for (const period of [PERIODS[first]!, PERIODS[1 - first]!]) {
      const needs = spotNeeds(ground, seed, anchor, period, taken, random);
      if (needs !== null) return { seed, anchor, needs };
    }
  }
  return null;
}

/** Plots or sites that may carry a set, in the order they are tried: free land of the city first. */
function candidates(ground: DemoGround, seed: SetSeed, random: Random): readonly Ground[] {
  const all = (seed.anchor === 'plot' ? ground.plots : ground.sites).filter(({ plot, site }) =>
    plot !== null
      ? !CLOSED_USES.includes(plot.use ?? '')
      : site!.sideState === null && site!.stage <= 8 && site!.firstOccupancy !== null,
  );
  const drawn = all.map((item) => ({ item, draw: random.next() }));
  const rank = ({ plot }: Ground) => (plot === null || plot.reservedFor === null ? 0 : 1);
  return drawn.sort((a, b) => rank(a.item) - rank(b.item) || a.draw - b.draw).map(({ item }) => item);
}

function spotNeeds(
  ground: DemoGround,
  seed: SetSeed,
  anchor: Ground,
  period: readonly string[],
  taken: readonly Taken[],
  random: Random,
): readonly SpottedNeed[] | null {
  if (anchor.site !== null && Math.abs(anchor.site.firstOccupancy! - Number(period[1]!.slice(0, 4))) > 2) return null;
  if (!hasRoom(ground, seed, anchor)) return null;
  const needs: SpottedNeed[] = [];
  for (const [i, kind] of seed.kinds.entries()) {
    const neededBy = seed.rule === 'dates' ? PERIODS[i]![0]! : period[i]!;
    const month = monthOf(neededBy);
    const isFree = (position: LonLat) =>
      taken.every(
        (other) => Math.abs(other.month - month) > CLEAR_MONTHS || airMeters(other.position, position) > FAR_AIR_METERS,
      );
    const spot = spotFor(ground, seed, anchor, i, needs, isFree, random);
    if (spot === null || !isFree(spot.position)) return null;
    const plotSquareMeters = seed.rule === 'area' ? Math.floor(anchor.areaSquareMeters * 0.09) * 10 : null;
    needs.push({ ...spot, kind, neededBy, plotSquareMeters });
  }
  return needs;
}

/** The first need stands on the anchor, unless it enlarges a house; the others lie where people live near it. */
function spotFor(
  ground: DemoGround,
  seed: SetSeed,
  anchor: Ground,
  i: number,
  before: readonly SpottedNeed[],
  isFree: (position: LonLat) => boolean,
  random: Random,
): Pick<SpottedNeed, 'place' | 'position'> | null {
  const at = (position: LonLat | undefined): Pick<SpottedNeed, 'place' | 'position'> | null =>
    position === undefined
      ? null
      : { position, place: { kind: 'point', position: [position[0], position[1]], searchRadiusMeters: 800 } };
  const { besideHouseOf } = needKind(seed.kinds[i]!);
  if (besideHouseOf !== null) {
    const house = ground.housesNear(anchor.position, besideHouseOf)[0];
    return house !== undefined && airMeters(house.position, anchor.position) <= NEAR_AIR_METERS
      ? at(house.position)
      : null;
  }
  if (!before.some(({ place }) => place.kind !== 'point')) {
    const place: NeedContent['place'] =
      anchor.kind === 'plot' ? { kind: 'plot', plotId: anchor.id } : { kind: 'site', siteId: anchor.id };
    return { position: anchor.position, place };
  }
  if (seed.rule === 'distance')
    return at(ground.homesNear(anchor.position, FAR_AIR_METERS + 50, FAR_AIR_METERS + 1500).find(isFree));
  const homes = ground.homesNear(anchor.position, 60, NEAR_AIR_METERS - 50).slice(0, 12);
  return homes.length === 0 ? null : at(random.pick(homes));
}

/** Room for all on the anchor; for an area miss: for each of them, and nowhere near for both. */
function hasRoom(ground: DemoGround, seed: SetSeed, anchor: Ground): boolean {
  const area = anchor.areaSquareMeters;
  if (seed.rule !== 'area') {
    const sum = seed.kinds.reduce((total, kind) => total + needKind(kind).plotSquareMeters, 0);
    return sum <= 0.9 * area;
  }
  const [least, most] = AREA_MISS_SQUARE_METERS;
  const sum = 1.8 * area;
  const reach = BUNDLE_WALK_METERS + NEAR_AIR_METERS;
  return (
    area >= least &&
    area <= most &&
    [...ground.plots, ...ground.sites].every(
      (other) => airMeters(other.position, anchor.position) > reach || other.areaSquareMeters < AREA_MISS_SHARE * sum,
    )
  );
}
