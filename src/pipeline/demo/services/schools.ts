import type { Catchment, House } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import { distance } from '../geometry.ts';
import { areaOf } from '../shapes.ts';
import { growAreas } from '../territory.ts';
import { houseAt, offer, type ServiceGround, type Spot, stepFree } from './places.ts';

/** Pupils of a class year in a Zug that planners reckon with. */
const CLASS_SIZE = 25;
const PRIMARY_YEARS = 4;

export interface Schools {
  readonly houses: readonly House[];
  readonly catchments: readonly Catchment[];
}

function schoolSpots(ground: ServiceGround): Spot[] {
  const { uses, faces } = ground.town;
  const spots: Spot[] = [];
  const building = new Map<number, readonly [number, number]>();
  for (const b of ground.town.buildings) if (!building.has(b.face)) building.set(b.face, b.middle);
  uses.forEach((use, face) => {
    if (use === 'school') spots.push({ at: building.get(face) ?? faces.inner[face]!, face });
  });
  return spots;
}

/** The school grounds that become primary schools: the nearest to each centre first, until pupils and schools match. */
function splitSpots(ground: ServiceGround, spots: readonly Spot[]): { primary: Spot[]; other: Spot[] } {
  const { town, people } = ground;
  const inside = spots.filter((s) => town.territory.inCity[s.face]);
  const pupils = people.byQuarter.reduce((sum, p) => sum + p[3]!, 0);
  const wanted = Math.max(1, Math.min(inside.length, Math.round(pupils / 215)));
  const primary: Spot[] = [];
  for (const apart of [900, 620, 350, 0]) {
    for (const spot of inside) {
      if (primary.length >= wanted || primary.includes(spot)) continue;
      if (primary.every((p) => distance(p.at, spot.at) >= apart)) primary.push(spot);
    }
  }
  return { primary, other: inside.filter((s) => !primary.includes(s)) };
}

function primaryHouse(ground: ServiceGround, id: string, spot: Spot, pupils: number, random: Random): House {
  const zuege = Math.max(1, Math.min(6, Math.round((pupils * random.between(0.84, 1.2)) / (PRIMARY_YEARS * 23))));
  const places = zuege * PRIMARY_YEARS * CLASS_SIZE;
  const fullDay = Math.round((Math.min(pupils, places) * random.between(0.42, 0.82)) / 5) * 5;
  const coming = random.next() < 0.1;
  const street = ground.streetOfFace[spot.face] ?? 'am Anger';
  return houseAt(ground, id, spot, random, {
    name: `Grundschule ${street}`,
    operator: 'Stadt Musterstadt, Schulverwaltungsamt',
    stepFree: stepFree(random, 0.45),
    offers: [
      offer('grundschule', {
        approved: places,
        available: places,
        occupied: Math.round(Math.min(places * 1.04, pupils * random.between(0.93, 1.04))),
      }),
      offer('ganztag', {
        form: random.next() < 0.4 ? 'gebunden' : 'offen',
        approved: fullDay,
        available: random.next() < 0.1 ? null : fullDay,
        occupied: random.next() < 0.15 ? null : Math.round(fullDay * random.between(0.9, 1)),
        from: coming ? '2026-09-01' : null,
        status: coming ? 'secured' : 'existing',
      }),
    ],
  });
}

const SECONDARY = [
  'Gymnasium',
  'Gemeinschaftsschule',
  'Realschule',
  'Gymnasium',
  'Gemeinschaftsschule',
  'Werkrealschule',
];

function secondaryHouse(ground: ServiceGround, id: string, spot: Spot, places: number, random: Random): House {
  const street = ground.streetOfFace[spot.face] ?? 'am Ring';
  const special = random.next() < 0.07;
  const capacity = Math.round(places / 30) * 30;
  return houseAt(ground, id, spot, random, {
    name: special ? `Sonderpädagogisches Zentrum ${street}` : `${random.pick(SECONDARY)} ${street}`,
    operator: random.next() < 0.88 ? 'Stadt Musterstadt, Schulverwaltungsamt' : 'Freie Schule Musterstadt e. V.',
    offers: special
      ? [offer('schule', { approved: 120 })]
      : [
          offer('sek-1', {
            approved: capacity,
            available: random.next() < 0.06 ? null : capacity,
            occupied: Math.round(capacity * random.between(0.82, 1.05)),
          }),
        ],
  });
}

/** A sports hall beside a school; capacity in square metres of floor. */
function hallHouse(ground: ServiceGround, id: string, spot: Spot, big: boolean, random: Random): House {
  const street = ground.streetOfFace[spot.face] ?? '';
  const squareMeters = big ? random.pick([968, 1215]) : 405;
  return houseAt(ground, id, { at: [spot.at[0] + 28, spot.at[1] - 16], face: spot.face }, random, {
    name: `${big ? 'Sporthalle' : 'Turnhalle'} ${street}`.trim(),
    operator: 'Stadt Musterstadt, Amt für Sport',
    openToAll: null,
    offers: [
      offer('sporthalle', {
        form: big ? 'dreiteilig' : 'einfach',
        approved: squareMeters,
        available: random.next() < 0.08 ? null : squareMeters,
      }),
    ],
  });
}

/** Primary schools with their Schulbezirke (whole blocks, a partition of the city), secondary schools, sports halls. */
export function createSchools(ground: ServiceGround, random: Random): Schools {
  const { town, people } = ground;
  const { primary, other } = splitSpots(ground, schoolSpots(ground));
  if (primary.length === 0) return { houses: [], catchments: [] };
  const districtOfFace = growAreas(
    town.layout,
    town.faces,
    town.territory.inCity,
    primary.map((s) => s.face),
  );
  const pupils = new Float64Array(primary.length);
  districtOfFace.forEach((school, face) => {
    if (school >= 0) pupils[school]! += people.byFace[face]![3]!;
  });
  const houses: House[] = primary.map((spot, k) =>
    primaryHouse(ground, `demo:grundschule-${k + 1}`, spot, pupils[k]!, random),
  );
  const areas = town.merger.merge(districtOfFace, primary.length);
  const catchments = areas.map(
    (rings, k): Catchment => ({
      id: `demo:schulbezirk-${k + 1}`,
      service: 'grundschule',
      houseId: houses[k]!.id,
      name: `Schulbezirk ${houses[k]!.name}`,
      validFrom: '2024-08-01',
      validTo: null,
      geometry: areaOf(town.geo, rings),
    }),
  );
  const older = people.byQuarter.reduce((sum, p) => sum + p[4]! + p[5]! / 3, 0);
  other.forEach((spot, k) => {
    houses.push(
      secondaryHouse(ground, `demo:schule-${k + 1}`, spot, (older / other.length) * random.between(0.7, 1.25), random),
    );
  });
  [...primary, ...other].forEach((spot, k) => {
    if (random.next() < 0.72) houses.push(hallHouse(ground, `demo:halle-${k + 1}`, spot, k >= primary.length, random));
  });
  return { houses, catchments };
}
