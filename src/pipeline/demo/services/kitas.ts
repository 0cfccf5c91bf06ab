import type { House, Offer } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import type { Vec } from '../geometry.ts';
import { PLACES_DATE } from '../identity.ts';
import { NAME_WORDS } from '../names.ts';
import { awayFrom, groupRounder, houseAt, nearTo, offer, pickSpot, type ServiceGround, type Spot } from './places.ts';

/** Places per child under 3 that the invented city aims at. */
const U3_RATE = 0.62;
/** Share of the aim that the city's houses meet. */
const MET = 0.9;

/** How well each Stadtteil is supplied: some have free places, some lack half. Mean about 1 over the need. */
function supplyMoods(random: Random, needs: readonly number[]): number[] {
  const raw = needs.map(() => {
    const chance = random.next();
    if (chance < 0.12) return random.between(0.3, 0.55);
    if (chance > 0.85) return random.between(1.25, 1.6);
    return random.between(0.75, 1.2);
  });
  const sum = needs.reduce((a, b) => a + b, 0);
  const met = needs.reduce((a, need, k) => a + need * raw[k]!, 0);
  return raw.map((m) => (met > 0 ? (m * sum) / met : 1));
}

interface Carrier {
  readonly operator: string;
  readonly title: string;
}

function carrierAt(ground: ServiceGround, spot: Spot, random: Random): Carrier {
  const quarter = ground.town.territory.quarterOfFace[spot.face]!;
  const place = quarter >= 0 ? ground.town.districts.quarterNames[quarter]! : 'Umland';
  const chance = random.next();
  if (chance < 0.4) return { operator: 'Stadt Musterstadt, Jugendamt', title: 'Städtische Kita' };
  if (chance < 0.58) return { operator: `Evangelische Kirchengemeinde ${place}`, title: 'Evangelischer Kindergarten' };
  if (chance < 0.74)
    return { operator: 'Katholische Gesamtkirchengemeinde Musterstadt', title: 'Katholischer Kindergarten' };
  return { operator: random.pick(NAME_WORDS.free), title: 'Kinderhaus' };
}

function nameOf(ground: ServiceGround, spot: Spot, title: string, random: Random): string {
  const street = ground.streetOfFace[spot.face];
  return street !== null && street !== undefined && random.next() < 0.55
    ? `${title} ${street}`
    : `${title} ${random.pick(NAME_WORDS.kitas)}`;
}

/** Figures of one offer: some staff is missing, some figures are not known. */
function kitaOffer(
  service: 'kita-u3' | 'kita-ue3',
  places: number,
  form: string,
  random: Random,
  more: Partial<Offer>,
): Offer {
  const short = random.next() < 0.22 ? random.between(0.72, 0.95) : 1;
  const available = Math.round(places * short);
  const known = random.next();
  return {
    ...offer(service, {
      form,
      approved: known < 0.03 ? null : places,
      available: known < 0.08 ? null : available,
      occupied: random.next() < 0.12 ? null : Math.round(available * random.between(0.88, 1)),
    }),
    ...more,
  };
}

function kitaHouse(
  ground: ServiceGround,
  id: string,
  spot: Spot,
  u3: number,
  ue3: number,
  random: Random,
  more: Partial<Offer>,
): House {
  const { operator, title } = carrierAt(ground, spot, random);
  const name = nameOf(ground, spot, ue3 === 0 ? 'Krippe' : title, random);
  const offers: Offer[] = [];
  if (u3 > 0) offers.push(kitaOffer('kita-u3', u3, 'Krippe', random, more));
  if (ue3 > 0) offers.push(kitaOffer('kita-ue3', ue3, random.pick(['GT', 'GT', 'GT', 'VÖ', 'VÖ', 'RG']), random, more));
  const openToAll = random.next() < 0.03 ? false : null;
  if (offers.length === 2 && random.next() < 0.025) {
    const bare = offers.map((o) => offer(o.service, { form: o.form, from: o.from, to: o.to, status: o.status }));
    return houseAt(ground, id, spot, random, {
      name,
      operator,
      openToAll,
      offers: bare,
      capacityTotal: { value: u3 + ue3, date: PLACES_DATE },
    });
  }
  const pools =
    offers.length === 2 && random.next() < 0.03
      ? [{ places: { value: 10, date: PLACES_DATE }, weights: { 'kita-u3': 2, 'kita-ue3': 1 } }]
      : [];
  return houseAt(ground, id, spot, random, { name, operator, openToAll, offers, pools });
}

/** How long an offer stands: most always did, some opened lately, a few will close. */
function periodOf(random: Random): Partial<Offer> {
  const chance = random.next();
  if (chance < 0.14) return { from: `${1992 + random.below(33)}-09-01` };
  if (chance < 0.17) return { to: `${2027 + random.below(5)}-08-01` };
  return {};
}

/** Kitas of the city and the villages around it, existing and to come. */
export function createKitas(ground: ServiceGround, random: Random): House[] {
  const { people, town } = ground;
  const u3Need = people.byQuarter.map((p) => U3_RATE * (p[0]! + p[1]!));
  const ue3Need = people.byQuarter.map((p) => p[2]! + 0.125 * p[3]!);
  const moods = supplyMoods(
    random,
    u3Need.map((n, k) => n + ue3Need[k]!),
  );
  const houses: House[] = [];
  const taken: Vec[] = [];
  const u3Groups = groupRounder(10);
  const ue3Groups = groupRounder(20);
  const id = () => `demo:kita-${houses.length + 1}`;
  town.territory.quarters.forEach((_, quarter) => {
    const [u3, ue3] = [u3Need[quarter]! * moods[quarter]! * MET, ue3Need[quarter]! * moods[quarter]! * MET];
    const spots = ground.spotsByQuarter[quarter]!;
    const count = Math.max(u3 + ue3 > 14 ? 1 : 0, Math.round((u3 + ue3) / 62));
    for (let k = 0; k < count; k++) {
      const spot = pickSpot(spots, random, awayFrom(taken.slice(-40)));
      if (!spot) break;
      const kind = random.next();
      const [wishU3, wishUe3] = kind < 0.13 ? [1.6, 0] : kind < 0.31 ? [0, 1.5] : [1.1, 1];
      const placesU3 = u3Groups((u3 / count) * wishU3);
      const placesUe3 = ue3Groups((ue3 / count) * wishUe3);
      if (placesU3 + placesUe3 === 0) continue;
      taken.push(spot.at);
      houses.push(kitaHouse(ground, id(), spot, placesU3, placesUe3, random, periodOf(random)));
    }
  });
  addComing(ground, random, moods, houses, id);
  addOutside(ground, random, houses, id);
  return houses;
}

/** Kitas that are secured, planned or only thought of, where places are short. */
function addComing(
  ground: ServiceGround,
  random: Random,
  moods: readonly number[],
  houses: House[],
  id: () => string,
): void {
  const count = Math.round(26 * Math.min(4, ground.town.layout.frame.scale));
  const order = moods.map((_, k) => k).sort((a, b) => moods[a]! - moods[b]! || a - b);
  for (let k = 0; k < count; k++) {
    const quarter = order[k % order.length]!;
    const spot = pickSpot(ground.spotsByQuarter[quarter]!, random, () => 0);
    if (!spot) continue;
    const status = k % 10 < 4 ? 'secured' : k % 10 < 8 ? 'planned' : 'idea';
    const from = `${status === 'secured' ? 2026 + random.below(2) : 2028 + random.below(5)}-09-01`;
    houses.push(
      kitaHouse(ground, id(), spot, 20, 40, random, {
        status,
        from,
        capacityAvailable: { value: null, date: null },
        occupied: { value: null, date: null },
      }),
    );
  }
}

function addOutside(ground: ServiceGround, random: Random, houses: House[], id: () => string): void {
  const spots = ground.spotsByQuarter[ground.town.territory.quarters.length]!;
  for (const village of ground.town.layout.nuclei) {
    if (village.inside) continue;
    const near = spots.filter(
      (s) => Math.abs(s.at[0] - village.at[0]) < 900 && Math.abs(s.at[1] - village.at[1]) < 900,
    );
    const spot = pickSpot(near, random, nearTo(village.at));
    if (spot)
      houses.push(kitaHouse(ground, id(), spot, 10 + 10 * random.below(2), 40 + 20 * random.below(2), random, {}));
  }
}
