import KDBush from 'kdbush';
import { projectionOf } from '../../city/projection.ts';
import type { House } from '../../city/types.ts';
import { roundCentimeters } from '../../shared/coordinates.ts';
import { houseGroupByService } from '../../shared/services.ts';

/** Two houses of different sources that are one and the same. */
export interface HouseMatch {
  readonly official: House;
  readonly other: House;
  readonly meters: number;
  /** 0–1, see {@link nameSimilarity}. */
  readonly similarity: number;
}

/** Words that say what a house is, not which one. */
const GENERIC = new Set(
  'kita kindertagesstaette kindertageseinrichtung kindergarten krippe hort kinderkrippe kinderhaus schule grundschule gymnasium realschule haus der die das des am an im in zum zur von und e v ev evangelische evangelischer kath katholische katholischer staedtische staedtischer staedtisches st sankt'.split(
    ' ',
  ),
);

function wordsOf(name: string): string[] {
  const folded = name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  const all = folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const telling = all.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : all;
}

function pairsOf(words: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of words) {
    for (let i = 0; i <= word.length - 2; i++) {
      const pair = word.slice(i, i + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/**
 * How alike two names are, 0–1: Dice's coefficient of their letter pairs (Dice 1945), umlauts folded, words like "Kita" or "städtische"
 * left aside. Rounded to 1/1000.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = pairsOf(wordsOf(a));
  const right = pairsOf(wordsOf(b));
  const total = [...left.values(), ...right.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  return Math.round((2000 * common) / total) / 1000;
}

const LIKE_ENOUGH = 0.5;
/** So near that a house of the same kind is taken for the same one: where a name is missing, and where both have one. */
const SAME_SPOT_METERS = { unnamed: 50, named: 25 };

function groupsOf(house: House): Set<string> {
  return new Set(house.offers.map((offer) => houseGroupByService(offer.service) ?? offer.service));
}

function findCandidates(official: readonly House[], others: readonly House[], epsg: number, limitMeters: number) {
  const projection = projectionOf(epsg);
  const place = (house: House) => projection.forward(house.position[0], house.position[1]);
  const index = new KDBush(Math.max(1, others.length));
  const places = others.map(place);
  for (const [x, y] of places.length === 0 ? [[0, 0] as const] : places) index.add(x, y);
  index.finish();
  const found: HouseMatch[] = [];
  for (const house of official) {
    const [x, y] = place(house);
    const groups = groupsOf(house);
    for (const at of others.length === 0 ? [] : index.within(x, y, limitMeters + 0.01)) {
      const other = others[at]!;
      if (![...groupsOf(other)].some((group) => groups.has(group))) continue;
      const [otherX, otherY] = places[at]!;
      const meters = roundCentimeters(Math.sqrt((otherX - x) ** 2 + (otherY - y) ** 2));
      const named = house.name !== null && other.name !== null;
      const similarity = named ? nameSimilarity(house.name as string, other.name as string) : 0;
      const same = similarity >= LIKE_ENOUGH || meters <= SAME_SPOT_METERS[named ? 'named' : 'unnamed'];
      if (same && meters <= limitMeters) found.push({ official: house, other, meters, similarity });
    }
  }
  return found;
}

function byIds(a: HouseMatch, b: HouseMatch): number {
  if (a.official.id !== b.official.id) return a.official.id < b.official.id ? -1 : 1;
  return a.other.id < b.other.id ? -1 : 1;
}

/**
 * Finds houses of an official list again among those of another source (OpenStreetMap): same kind of service, at most `limitMeters`
 * apart, names alike (or at most 25 m apart; 50 m if one of them has no name). Each house is matched once; the most alike names first, then the
 * nearest, then by id, so that the order of the input does not matter.
 */
export function matchHouses(
  official: readonly House[],
  others: readonly House[],
  epsg: number,
  limitMeters: number,
): HouseMatch[] {
  const candidates = findCandidates(official, others, epsg, limitMeters).sort(
    (a, b) => b.similarity - a.similarity || a.meters - b.meters || byIds(a, b),
  );
  const taken = new Set<House>();
  const matches: HouseMatch[] = [];
  for (const match of candidates) {
    if (taken.has(match.official) || taken.has(match.other)) continue;
    taken.add(match.official).add(match.other);
    matches.push(match);
  }
  return matches.sort(byIds);
}

/** The official house wins; what it leaves open is taken from the other. Offers only of the official one. */
export function mergeHouses({ official, other }: HouseMatch): House {
  return {
    ...official,
    name: official.name ?? other.name,
    operator: official.operator ?? other.operator,
    address: official.address ?? other.address,
    stepFree: official.stepFree ?? other.stepFree,
    openToAll: official.openToAll ?? other.openToAll,
  };
}
