import { type Attachments, joinAttachments } from '../../engine/network/attach.ts';
import { extendLists } from '../../engine/reach/extend-lists.ts';
import { joinLists, joinTargets } from '../../engine/reach/join-lists.ts';
import { createReachFinder, type ReachFinder, type ReachLists } from '../../engine/reach/reach-lists.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { CityModel } from './city-model.ts';
import type { ModelPoints } from './model-points.ts';

/** Air distance × this factor where there is no network. Source: engine definition; the order of a detour in a street grid. */
export const DETOUR_FACTOR = 1.2;

/** Reach lists of one service, over its own houses or areas; `numbers[i]` is the number in the city of list i. */
export interface ServiceReach {
  readonly numbers: Uint32Array;
  readonly lists: ReachLists;
  /** List number by number in the city, −1 = not of this service. */
  readonly listOf: Int32Array;
}

/** Whether two lists name the same houses in the same order. */
export function sameNumbers(a: Uint32Array, b: Uint32Array): boolean {
  return a === b || (a.length === b.length && a.every((number, i) => number === b[i]));
}

/** Reach of services, computed once per service up to its largest limit and kept. */
export interface ReachStore {
  /** All houses with an offer of the service, whatever its year and status. */
  houses(service: ServiceId, largestMeters: number): ServiceReach;
  /** All supply areas of the service; distance to the nearest access point. */
  areas(service: ServiceId, largestMeters: number): ServiceReach;
  readonly pointsNotConnected: Uint8Array;
  /** The demand points on the network, and who reaches what from anywhere up to a distance. */
  readonly attached: Attachments;
  finder(largestMeters: number): ReachFinder;
}

function invert(numbers: Uint32Array, count: number): Int32Array {
  const listOf = new Int32Array(count).fill(-1);
  numbers.forEach((number, i) => {
    listOf[number] = i;
  });
  return listOf;
}

/** What a store is made of, for stores of the same city in another scenario. It must not lead to the store that it was made from. */
interface Insides {
  readonly model: CityModel;
  readonly attached: Attachments;
  readonly finders: Map<number, ReachFinder>;
  readonly houses: Map<string, ServiceReach>;
  readonly areas: Map<string, ServiceReach>;
}

const insidesOf = new WeakMap<ReachStore, Insides>();

const knownNumbers = new WeakMap<CityModel, ReadonlyMap<string, number>>();

function houseNumbers(model: CityModel): ReadonlyMap<string, number> {
  const known = knownNumbers.get(model) ?? new Map(model.city.houses.map(({ id }, number) => [id, number]));
  knownNumbers.set(model, known);
  return known;
}

/** Lists of houses in the order of `numbers`, each from where it is known, else the next of those searched anew. */
function assembleLists(kept: readonly (number | null)[], known: ReachLists, searched: ReachLists): ReachLists {
  const offsets = new Uint32Array(kept.length + 1);
  let next = 0;
  const sources = kept.map((list) => (list === null ? { of: searched, list: next++ } : { of: known, list }));
  sources.forEach(({ of, list }, i) => {
    offsets[i + 1] = offsets[i]! + of.offsets[list + 1]! - of.offsets[list]!;
  });
  const points = new Uint32Array(offsets[kept.length]!);
  const decimeters = new Uint32Array(points.length);
  sources.forEach(({ of, list }, i) => {
    points.set(of.points.subarray(of.offsets[list]!, of.offsets[list + 1]!), offsets[i]!);
    decimeters.set(of.decimeters.subarray(of.offsets[list]!, of.offsets[list + 1]!), offsets[i]!);
  });
  return { houseCount: kept.length, offsets, points, decimeters };
}

/** The points of the sites of another scenario, as against those before; see `LastPoints`. */
interface OtherSites {
  readonly oldOf: Int32Array;
  /** The points without an old one, on the network. */
  readonly added: Attachments;
}

function otherSites(before: ModelPoints, model: CityModel): OtherSites {
  const { x, y, packageCount, count } = model.points;
  const oldAt = new Map<string, number>();
  for (let p = packageCount; p < before.count; p++) oldAt.set(`${before.x[p]} ${before.y[p]}`, p);
  const oldOf = Int32Array.from({ length: count - packageCount }, (_, i) => {
    return oldAt.get(`${x[packageCount + i]} ${y[packageCount + i]}`) ?? -1;
  });
  const isAdded = (_: number, i: number) => oldOf[i]! < 0;
  const added = model.attach(x.subarray(packageCount).filter(isAdded), y.subarray(packageCount).filter(isAdded));
  return { oldOf, added };
}

/**
 * Reach of a city's services. `base` is a store of the same city in another scenario: the lists of houses that stand where they stood are
 * taken from it, and only those of new and moved ones are searched. Where sites stand elsewhere or are new, the lists are searched from
 * their points alone.
 */
export function createReachStore(model: CityModel, base: ReachStore | null = null): ReachStore {
  const { points, city } = model;
  const found = base === null ? undefined : insidesOf.get(base);
  const before =
    found?.model.points.ofPackage === points.ofPackage &&
    found.model.profile === model.profile &&
    found.model.graph === model.graph
      ? found
      : null;
  const samePoints = before?.model.points === points;
  const sites = before === null || samePoints ? null : otherSites(before.model.points, model);
  const attached: Attachments =
    before === null
      ? model.attach(points.x, points.y)
      : samePoints
        ? before.attached
        : joinAttachments(
            before.attached,
            points.packageCount,
            model.attach(points.x.subarray(points.packageCount), points.y.subarray(points.packageCount)),
          );
  const finders = samePoints ? before.finders : new Map<number, ReachFinder>();
  const sameAreas = before !== null && before.model.city.supplyAreas === city.supplyAreas;
  const areas = samePoints && sameAreas ? before.areas : new Map<string, ServiceReach>();
  const sameHouses = before !== null && before.model.city.houses === city.houses;
  const houses = samePoints && sameHouses ? before.houses : new Map<string, ServiceReach>();
  const finderFor = (meters: number): ReachFinder => {
    let finder = finders.get(meters);
    if (finder === undefined) {
      finder = createReachFinder(model.graph, attached, {
        limitDecimeters: Math.round(meters * 10),
        detourFactor: DETOUR_FACTOR,
        lastFrom: points.packageCount,
      });
      finders.set(meters, finder);
    }
    return finder;
  };
  const remember = (known: Map<string, ServiceReach>, key: string, compute: () => ServiceReach): ServiceReach => {
    const reach = known.get(key) ?? compute();
    known.set(key, reach);
    return reach;
  };
  const search = (numbers: readonly number[], meters: number): ReachLists => {
    const { x, y } = model.project(numbers.map((number) => city.houses[number]!.position));
    return finderFor(meters).findAll(model.attach(x, y));
  };
  /** Lists that the store before has of some targets, for the points of this one. */
  const withTheseSites = (
    lists: ReachLists,
    targets: readonly LonLat[],
    meters: number,
    join: (found: ReachLists) => ReachLists = (found) => found,
  ): ReachLists => {
    if (sites === null) return lists;
    const { x, y } = model.project(targets);
    const back = createReachFinder(model.graph, model.attach(x, y), {
      limitDecimeters: Math.round(meters * 10),
      detourFactor: DETOUR_FACTOR,
    });
    const searched = join(back.findAll(sites.added));
    return extendLists(lists, { firstLast: points.packageCount, oldOf: sites.oldOf, searched });
  };
  /** The list that the store before has of a house of this city; `null` if it stands elsewhere or is new. */
  const keptList = (number: number, known: ServiceReach): number | null => {
    const { id, position } = city.houses[number]!;
    const old = houseNumbers(before!.model).get(id);
    if (old === undefined || known.listOf[old]! < 0) return null;
    const [lon, lat] = before!.model.city.houses[old]!.position;
    return lon === position[0] && lat === position[1] ? known.listOf[old]! : null;
  };
  const listsOf = (numbers: Uint32Array, key: string, meters: number): ReachLists => {
    const known = before?.houses.get(key);
    if (known === undefined) return search([...numbers], meters);
    const kept = Array.from(numbers, (number) => keptList(number, known));
    const stood = [...known.numbers].map((number) => before!.model.city.houses[number]!.position);
    const lists = withTheseSites(known.lists, stood, meters);
    if (kept.length === lists.houseCount && kept.every((list, i) => list === i)) return lists;
    return assembleLists(
      kept,
      lists,
      search(
        [...numbers].filter((_, i) => kept[i] === null),
        meters,
      ),
    );
  };
  const numbersWith = (items: readonly unknown[], has: (i: number) => boolean) =>
    Uint32Array.from([...items.keys()].filter(has));

  const store: ReachStore = {
    attached,
    finder: finderFor,
    pointsNotConnected: attached.connected.map((connected) => (model.graph === null ? 0 : 1 - connected)),
    houses: (service, largestMeters) => {
      const key = `${service} ${largestMeters}`;
      return remember(houses, key, () => {
        const numbers = numbersWith(city.houses, (i) =>
          city.houses[i]!.offers.some((offer) => offer.service === service),
        );
        return { numbers, lists: listsOf(numbers, key, largestMeters), listOf: invert(numbers, city.houses.length) };
      });
    },
    areas: (service, largestMeters) => {
      const key = `${service} ${largestMeters}`;
      return remember(areas, key, () => {
        const known = sameAreas ? before.areas.get(key) : undefined;
        const numbers =
          known?.numbers ?? numbersWith(city.supplyAreas, (i) => city.supplyAreas[i]!.services.includes(service));
        const accesses = [...numbers].flatMap((number, owner) =>
          city.supplyAreas[number]!.accessPoints.map((position) => ({ position, owner })),
        );
        const positions = accesses.map(({ position }) => position);
        const owners = Uint32Array.from(accesses, ({ owner }) => owner);
        const search = () => {
          const { x, y } = model.project(positions);
          const ends = { pointCount: points.count, lastFrom: points.packageCount };
          return joinLists(finderFor(largestMeters).findAll(model.attach(x, y)), owners, numbers.length, ends);
        };
        const lists =
          known === undefined
            ? search()
            : withTheseSites(known.lists, positions, largestMeters, (found) => joinTargets(found, owners));
        return { numbers, lists, listOf: known?.listOf ?? invert(numbers, city.supplyAreas.length) };
      });
    },
  };
  insidesOf.set(store, { model, attached, finders, houses, areas });
  return store;
}
