import type { DatedFigure, House, Offer, OfferStatus } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import type { ServiceId } from '../../../shared/services.ts';
import type { DemoBuilding } from '../buildings.ts';
import { distance, type Vec } from '../geometry.ts';
import { DEMO_SOURCE, PLACES_DATE } from '../identity.ts';
import type { People } from '../people.ts';
import { districtsOfFace, type Town } from '../town.ts';
import type { Way } from '../ways.ts';
import { streetByFace } from '../ways.ts';

/** A place on the ground where a house can be. */
export interface Spot {
  readonly at: Vec;
  readonly face: number;
}

/** What all makers of houses share. */
export interface ServiceGround {
  readonly town: Town;
  readonly people: People;
  /** Spots in homes of each Stadtteil; one more list for the villages outside. */
  readonly spotsByQuarter: readonly (readonly Spot[])[];
  readonly streetOfFace: readonly (string | null)[];
}

export function createServiceGround(town: Town, people: People, ways: readonly Way[]): ServiceGround {
  const spotsByQuarter: Spot[][] = Array.from({ length: town.territory.quarters.length + 1 }, () => []);
  const spot = (b: DemoBuilding): Spot => ({ at: b.middle, face: b.face });
  for (const building of town.buildings) {
    if (!building.residential) continue;
    const quarter = town.territory.quarterOfFace[building.face]!;
    spotsByQuarter[quarter < 0 ? town.territory.quarters.length : quarter]!.push(spot(building));
  }
  return { town, people, spotsByQuarter, streetOfFace: streetByFace(town, ways) };
}

/** The best of a few chance spots: far from houses of the same kind, or near a centre. */
export function pickSpot(spots: readonly Spot[], random: Random, score: (at: Vec) => number): Spot | null {
  let best: Spot | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 14 && spots.length > 0; k++) {
    const spot = random.pick(spots);
    const s = score(spot.at);
    if (s < bestScore) {
      bestScore = s;
      best = spot;
    }
  }
  return best;
}

/** A score that prefers spots far from those taken. */
export function awayFrom(taken: readonly Vec[]): (at: Vec) => number {
  return (at) => -Math.min(900, ...taken.map((t) => distance(t, at)));
}

/** A score that prefers spots near a centre, a little scattered. */
export function nearTo(centre: Vec, taken: readonly Vec[] = []): (at: Vec) => number {
  const away = awayFrom(taken);
  return (at) => distance(at, centre) + 0.4 * away(at);
}

export function figure(value: number | null, date: string = PLACES_DATE): DatedFigure {
  return { value, date: value === null ? null : date };
}

/** An offer of a service; figures that are left out are missing. */
export function offer(
  service: ServiceId,
  figures: {
    form?: string | null;
    approved?: number | null;
    available?: number | null;
    occupied?: number | null;
    from?: string | null;
    to?: string | null;
    status?: OfferStatus;
  } = {},
): Offer {
  return {
    service,
    form: figures.form ?? null,
    capacityApproved: figure(figures.approved ?? null),
    capacityAvailable: figure(figures.available ?? null),
    occupied: figure(figures.occupied ?? null),
    from: figures.from ?? null,
    to: figures.to ?? null,
    status: figures.status ?? 'existing',
  };
}

/** Yes, no or not known, as registers have it. */
export function stepFree(random: Random, yes = 0.55): boolean | null {
  const chance = random.next();
  return chance < yes ? true : chance < yes + 0.2 ? false : null;
}

/** A house at a spot; id, address and districts follow from it. */
export function houseAt(
  ground: ServiceGround,
  id: string,
  spot: Spot,
  random: Random,
  rest: Pick<House, 'name' | 'operator' | 'offers'> & Partial<House>,
): House {
  const { town, streetOfFace } = ground;
  const street = streetOfFace[spot.face] ?? null;
  const districts = districtsOfFace(town, spot.face);
  return {
    id,
    address: street === null ? null : `${street} ${1 + random.below(96)}`,
    position: town.geo.toLonLat(spot.at),
    districts,
    stepFree: stepFree(random),
    openToAll: null,
    outside: districts[0] === null,
    source: DEMO_SOURCE,
    grade: 'official',
    pools: [],
    capacityTotal: null,
    ...rest,
  };
}

/** Rounds towards whole groups of `size` and carries the rest on. */
export function groupRounder(size: number): (value: number) => number {
  let carry = 0;
  return (value) => {
    const groups = Math.max(0, Math.round((value + carry) / size));
    carry += value - groups * size;
    return groups * size;
  };
}
