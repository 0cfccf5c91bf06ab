import type { House } from '../../../city/types.ts';
import type { Random } from '../../../shared/random.ts';
import type { ServiceId } from '../../../shared/services.ts';
import type { Vec } from '../geometry.ts';
import { NAME_WORDS } from '../names.ts';
import { awayFrom, houseAt, nearTo, offer, pickSpot, type ServiceGround, type Spot, stepFree } from './places.ts';

/** How the houses of one kind are strewn over the city. */
interface Kind {
  readonly id: string;
  readonly service: ServiceId;
  /** Houses per 600,000 inhabitants. */
  readonly count: number;
  /** Near the centres of Stadtteile, or anywhere people live. */
  readonly central: boolean;
  /** More of them in the inner city. */
  readonly inward: boolean;
  readonly name: (place: string, street: string, random: Random) => string;
  readonly operators: readonly string[];
  /** Capacity in the unit of the service, `null` where it has none. */
  readonly capacity: ((random: Random) => number) | null;
  readonly form?: string;
  readonly openToAll: boolean | null;
  readonly stepFree: number;
}

const WELFARE = [
  'Stadt Musterstadt, Sozialamt',
  'Diakoniewerk Musterstadt',
  'Caritasverband Musterstadt',
  'Wohlfahrtswerk Musterstadt e. V.',
];
const YOUTH = [
  'Jugendhausgesellschaft Musterstadt',
  'Stadtjugendring Musterstadt e. V.',
  'Evangelische Jugend Musterstadt',
];
const PRACTICE = ['Niedergelassen'];

const KINDS: readonly Kind[] = [
  {
    id: 'hausarzt',
    service: 'hausarzt',
    count: 235,
    central: true,
    inward: true,
    name: (_, s) => `Hausarztpraxis ${s}`,
    operators: PRACTICE,
    capacity: (r) => r.pick([0.5, 1, 1, 1, 1, 2, 2, 2.5, 3, 4]),
    openToAll: true,
    stepFree: 0.4,
  },
  {
    id: 'kinderarzt',
    service: 'kinderarzt',
    count: 30,
    central: true,
    inward: true,
    name: (_, s) => `Kinderarztpraxis ${s}`,
    operators: PRACTICE,
    capacity: (r) => r.pick([1, 1, 1, 1.5, 2]),
    openToAll: true,
    stepFree: 0.5,
  },
  {
    id: 'praxis',
    service: 'arzt',
    count: 60,
    central: true,
    inward: true,
    name: (_, s) => `Facharztpraxis ${s}`,
    operators: PRACTICE,
    capacity: null,
    openToAll: true,
    stepFree: 0.4,
  },
  {
    id: 'pflege',
    service: 'pflege',
    count: 78,
    central: false,
    inward: false,
    name: (p, _, r) => `${r.pick(NAME_WORDS.care)} ${p}`,
    operators: WELFARE,
    capacity: (r) => 36 + 4 * r.below(20),
    openToAll: null,
    stepFree: 0.9,
  },
  {
    id: 'tagespflege',
    service: 'tagespflege',
    count: 34,
    central: false,
    inward: false,
    name: (p) => `Tagespflege ${p}`,
    operators: WELFARE,
    capacity: (r) => 12 + r.below(14),
    openToAll: null,
    stepFree: 0.9,
  },
  {
    id: 'jugend',
    service: 'jugendtreff',
    count: 64,
    central: false,
    inward: false,
    name: (p, _, r) => `${r.pick(['Jugendhaus', 'Jugendtreff', 'Kinder- und Jugendtreff', 'Aktivspielplatz'])} ${p}`,
    operators: YOUTH,
    capacity: (r) => 40 + 10 * r.below(20),
    openToAll: true,
    stepFree: 0.5,
  },
  {
    id: 'begegnung',
    service: 'begegnung',
    count: 66,
    central: true,
    inward: false,
    name: (p, _, r) => `${r.pick(['Stadtteilhaus', 'Begegnungsstätte', 'Bürgerhaus', 'Treffpunkt'])} ${p}`,
    operators: WELFARE,
    capacity: (r) => 30 + 10 * r.below(10),
    openToAll: true,
    stepFree: 0.75,
  },
  {
    id: 'bibliothek',
    service: 'bibliothek',
    count: 20,
    central: true,
    inward: false,
    name: (p) => `Stadtteilbibliothek ${p}`,
    operators: ['Stadt Musterstadt, Stadtbibliothek'],
    capacity: null,
    openToAll: true,
    stepFree: 0.85,
  },
  {
    id: 'familienzentrum',
    service: 'familienzentrum',
    count: 26,
    central: true,
    inward: false,
    name: (p) => `Stadtteil- und Familienzentrum ${p}`,
    operators: WELFARE,
    capacity: null,
    openToAll: true,
    stepFree: 0.8,
  },
  {
    id: 'unterkunft',
    service: 'unterkunft',
    count: 54,
    central: false,
    inward: false,
    name: (_, s) => `Unterkunft ${s}`,
    operators: ['Stadt Musterstadt, Sozialamt'],
    capacity: (r) => 40 + 10 * r.below(18),
    openToAll: false,
    stepFree: 0.3,
  },
];

/** Chooses Stadtteile by their people, so that larger ones come up more often; `inward` favours the middle. */
function quarterChooser(ground: ServiceGround, inward: boolean): (random: Random) => number {
  const { people, town } = ground;
  const radius = town.layout.frame.cityRadius;
  const weights = people.byQuarter.map((p, k) => {
    const [x, y] = town.territory.quarters[k]!.at;
    const far = Math.sqrt(x * x + y * y) / radius;
    const sum = p.reduce((a, b) => a + b, 0);
    return sum * (inward ? Math.max(0.35, 1.9 - 2 * far) : 1);
  });
  const total = weights.reduce((a, b) => a + b, 0);
  return (random) => {
    let left = random.next() * total;
    for (let k = 0; k < weights.length; k++) {
      left -= weights[k]!;
      if (left <= 0) return k;
    }
    return weights.length - 1;
  };
}

function makeHouse(ground: ServiceGround, kind: Kind, number: number, spot: Spot, random: Random): House {
  const quarter = ground.town.territory.quarterOfFace[spot.face]!;
  const place = quarter >= 0 ? ground.town.districts.quarterNames[quarter]! : 'Umland';
  const capacity = kind.capacity?.(random) ?? null;
  const unknown = random.next() < 0.06;
  const idea = kind.id !== 'hausarzt' && random.next() < 0.035;
  const countsPeople = kind.id === 'pflege' || kind.id === 'unterkunft' || kind.id === 'tagespflege';
  return houseAt(ground, `demo:${kind.id}-${number}`, spot, random, {
    name: kind.name(place, ground.streetOfFace[spot.face] ?? place, random),
    operator: random.pick(kind.operators),
    stepFree: stepFree(random, kind.stepFree),
    openToAll: kind.openToAll,
    offers: [
      offer(kind.service, {
        approved: capacity,
        available: unknown || idea ? null : capacity,
        occupied: capacity !== null && countsPeople && !idea ? Math.round(capacity * random.between(0.82, 1)) : null,
        from: idea ? `${2027 + random.below(5)}-01-01` : null,
        status: idea ? random.pick(['planned', 'secured', 'idea'] as const) : 'existing',
      }),
    ],
  });
}

/** Practices, care, youth, meeting places, libraries, family centres, shelters; a few practices in the villages outside. */
export function createOtherHouses(ground: ServiceGround, random: Random): House[] {
  const { town } = ground;
  const houses: House[] = [];
  for (const kind of KINDS) {
    const stream = random.fork(kind.id);
    const choose = quarterChooser(ground, kind.inward);
    const count = Math.round(kind.count * town.layout.frame.scale + 0.3);
    const taken: Vec[] = [];
    const visits = new Map<number, number>();
    for (let k = 0; k < count; k++) {
      let quarter = choose(stream);
      if (!kind.inward)
        for (let again = 0; again < 3 && (visits.get(quarter) ?? 0) > again; again++) quarter = choose(stream);
      visits.set(quarter, (visits.get(quarter) ?? 0) + 1);
      const centre = town.territory.quarters[quarter]!.at;
      const score = kind.central ? nearTo(centre, taken.slice(-60)) : awayFrom(taken.slice(-60));
      const spot = pickSpot(ground.spotsByQuarter[quarter]!, stream, score);
      if (!spot) continue;
      taken.push(spot.at);
      houses.push(makeHouse(ground, kind, k + 1, spot, stream));
    }
    if (kind.id === 'hausarzt') houses.push(...villagePractices(ground, kind, count, stream));
  }
  return houses;
}

function villagePractices(ground: ServiceGround, kind: Kind, before: number, random: Random): House[] {
  const spots = ground.spotsByQuarter[ground.town.territory.quarters.length]!;
  const villages = ground.town.layout.nuclei.filter((n, k) => !n.inside && k % 2 === 0);
  return villages.flatMap((village, k) => {
    const near = spots.filter(
      (s) => Math.abs(s.at[0] - village.at[0]) < 700 && Math.abs(s.at[1] - village.at[1]) < 700,
    );
    const spot = pickSpot(near, random, nearTo(village.at));
    return spot ? [makeHouse(ground, kind, before + k + 1, spot, random)] : [];
  });
}
