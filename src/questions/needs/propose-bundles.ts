import { createReachFinder } from '../../engine/reach/reach-lists.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { CityModel } from '../gaps/city-model.ts';
import { type Candidate, candidatesOf, isJoinable, pairCell, pairOf, pairsOf, placeKey } from './bundle-candidates.ts';
import type { Land } from './bundle-places.ts';
import { bundleTotals, sharedSquareMeters } from './bundle-totals.ts';
import type { BundleAnswer, BundlePlace, BundleProposal, BundleQuestion, BundleRules } from './need-calls.ts';

/** Air distance × this factor where the network does not connect; as for reach lists. */
const DETOUR_FACTOR = 1.2;

/** Below this area of a plot uses have to stand on each other (`domain.md` § 8, GRDrs 100/2020). */
export const STACKED_BELOW_SQUARE_METERS = 2000;

/** What of the city's model walking distances need. */
export type WalkModel = Pick<CityModel, 'project' | 'attach' | 'graph'>;

/** A set on one place while sets are compared. */
interface Found {
  readonly members: readonly Candidate[];
  readonly land: Land;
  readonly walkMeters: readonly number[];
}

/** Candidates within walking distance of a place, with the whole metres to it. */
export interface Near {
  readonly candidate: Candidate;
  readonly meters: number;
}

/**
 * Sets of needs that fit: each pair strong, possible or of one use, within the months, all within walking distance (and their own
 * search radius) of one plot or site that holds their area less what they share. Per place each need is grown greedily into a set;
 * of all sets the largest, then the strongest, then those on a place that a need names come first, and no need is in two of them.
 * A refused set, or one that contains it, is none. O(places × network within reach + near²); equal on every engine.
 */
export function proposeBundles(model: WalkModel, land: readonly Land[], question: BundleQuestion): BundleAnswer {
  const { rules } = question;
  const { candidates, blocked } = candidatesOf(question, land);
  const open = land.filter(({ isOpen, areaSquareMeters }) => isOpen && areaSquareMeters !== null);
  const refused = refusedSets(question.refused);
  const best = new Map<string, Found>();
  nearOf(model, open, candidates, rules.walkMeters).forEach((near, i) => {
    for (const members of setsOn(near, open[i]!, rules, refused)) {
      const meters = new Map(near.map(({ candidate, meters: walk }) => [candidate, walk]));
      const found = { members, land: open[i]!, walkMeters: members.map((member) => meters.get(member)!) };
      const key = keyOf(members);
      const known = best.get(key);
      if (known === undefined || comparePlaces(found, known) < 0) best.set(key, found);
    }
  });
  return {
    rules,
    proposals: disjoint([...best.values()]).map((found) => proposalOf(found, rules)),
    compared: candidates.length,
    blocked,
    places: open.length,
    airDistance: model.graph === null,
  };
}

const keyOf = (members: readonly Candidate[]) => members.map(({ need }) => need.id).join(' ');

/** By place: the candidates within the walk, in the order of candidates. */
export function nearOf(
  model: WalkModel,
  land: readonly Land[],
  candidates: readonly Candidate[],
  walkMeters: number,
): readonly (readonly Near[])[] {
  const attach = (positions: readonly LonLat[]) => {
    const { x, y } = model.project(positions);
    return { x, y, attached: model.attach(x, y) };
  };
  const needs = attach(candidates.map(({ position }) => position));
  const places = attach(land.map(({ position }) => position));
  const options = { limitDecimeters: Math.round(walkMeters * 10), detourFactor: DETOUR_FACTOR };
  const finder = createReachFinder(model.graph, needs.attached, options);
  const hasTwoNear = twoWithin(needs, places, walkMeters);
  return land.map((place, i) => {
    if (!hasTwoNear[i]) return [];
    const { points, decimeters } = finder.findOne(places.attached, i);
    const walk = new Map(Array.from(points, (point, k) => [point, decimeters[k]! / 10]));
    const key = placeKey(place);
    candidates.forEach(({ namedPlace }, c) => {
      if (namedPlace === key) walk.set(c, 0);
    });
    return [...walk]
      .filter(([c]) => {
        const dx = needs.x[c]! - places.x[i]!;
        const dy = needs.y[c]! - places.y[i]!;
        return Math.sqrt(dx * dx + dy * dy) <= candidates[c]!.radiusMeters;
      })
      .sort(([a], [b]) => a - b)
      .map(([c, meters]) => ({ candidate: candidates[c]!, meters }));
  });
}

type Metric = { readonly x: Float64Array; readonly y: Float64Array };

/** Whether a place has two needs as near as the crow flies: only there the network is searched. Needs are bucketed by the limit. */
function twoWithin(needs: Metric, places: Metric, limit: number): readonly boolean[] {
  const cells = new Map<string, number[]>();
  const cell = (meters: number) => Math.floor(meters / limit);
  for (let n = 0; n < needs.x.length; n++) {
    const key = `${cell(needs.x[n]!)} ${cell(needs.y[n]!)}`;
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [n]);
    else list.push(n);
  }
  return Array.from(places.x, (x, p) => {
    const y = places.y[p]!;
    let count = 0;
    for (let column = cell(x) - 1; column <= cell(x) + 1; column++) {
      for (let row = cell(y) - 1; row <= cell(y) + 1; row++) {
        for (const n of cells.get(`${column} ${row}`) ?? []) {
          if ((needs.x[n]! - x) ** 2 + (needs.y[n]! - y) ** 2 <= limit * limit) count++;
        }
      }
    }
    return count >= 2;
  });
}

/** Refused sets by one of their needs. */
type Refused = ReadonlyMap<string, readonly (readonly string[])[]>;

function refusedSets(sets: BundleQuestion['refused']): Refused {
  const byNeed = new Map<string, (readonly string[])[]>();
  for (const set of sets) for (const id of set) byNeed.set(id, [...(byNeed.get(id) ?? []), set]);
  return byNeed;
}

/** The sets that grow from each need near a place; members in the order of their ids. */
function setsOn(
  near: readonly Near[],
  land: Land,
  rules: BundleRules,
  refused: Refused,
): readonly (readonly Candidate[])[] {
  const found = new Map<string, readonly Candidate[]>();
  for (const { candidate: seed } of near) {
    const members = [seed];
    const others = near
      .flatMap(({ candidate, meters }) => {
        const rank = candidate === seed ? null : rankOf(seed, candidate, rules);
        return rank === null ? [] : [{ candidate, rank, months: Math.abs(candidate.month - seed.month), meters }];
      })
      .sort(
        (a, b) => a.rank - b.rank || a.months - b.months || a.meters - b.meters || byNeed(a.candidate, b.candidate),
      );
    for (const { candidate } of others) {
      if (members.length >= rules.mostNeeds) break;
      const joined = [...members, candidate];
      const fitsAll = members.every((member) => rankOf(member, candidate, rules) !== null);
      if (fitsAll && hasRoom(joined, land, rules) && !isRefused(joined, candidate, refused)) members.push(candidate);
    }
    if (members.length < 2) continue;
    members.sort(byNeed);
    found.set(keyOf(members), members);
  }
  return [...found.values()];
}

const byNeed = (a: Candidate, b: Candidate) => (a.need.id < b.need.id ? -1 : 1);

/** 0 strong or one use, 1 possible, `null` = they do not go together. */
function rankOf(a: Candidate, b: Candidate, { monthsApart }: BundleRules): 0 | 1 | null {
  if (Math.abs(a.month - b.month) > monthsApart) return null;
  const cell = pairCell(a, b);
  return isJoinable(cell) ? (cell === 'possible' ? 1 : 0) : null;
}

function isRefused(members: readonly Candidate[], added: Candidate, refused: Refused): boolean {
  const ids = new Set(members.map(({ need }) => need.id));
  return (refused.get(added.need.id) ?? []).some((set) => set.every((id) => ids.has(id)));
}

/** What needs require of a place less what they share, m². */
export function neededSquareMeters(members: readonly Candidate[], { sharedShare }: BundleRules): number {
  const sum = members.reduce((total, { plotSquareMeters }) => total + plotSquareMeters, 0);
  return sum - sharedSquareMeters(members, sharedShare);
}

/** Whether a place holds needs. On a small one uses stand on each other: rooms that ask for the ground floor must fit on it. */
export function hasRoom(members: readonly Candidate[], land: Land, rules: BundleRules): boolean {
  const area = land.areaSquareMeters ?? 0;
  if (neededSquareMeters(members, rules) > area) return false;
  if (area >= STACKED_BELOW_SQUARE_METERS) return true;
  const ground = members.filter(({ need }) => need.requirements.includes('ground-floor'));
  return ground.reduce((sum, { roomSquareMeters }) => sum + roomSquareMeters, 0) <= area;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The better place for one set first: named by a need, a plot, not reserved, the shorter ways. */
export function comparePlaces(a: Found, b: Found): number {
  const named = ({ members, land }: Found) => (members.some(({ namedPlace }) => namedPlace === placeKey(land)) ? 0 : 1);
  const kind = ({ land }: Found) => (land.kind === 'plot' ? 0 : 1);
  const reserved = ({ land }: Found) => (land.reservedFor === null ? 0 : 1);
  return (
    named(a) - named(b) ||
    kind(a) - kind(b) ||
    reserved(a) - reserved(b) ||
    sum(a.walkMeters) - sum(b.walkMeters) ||
    (a.land.id < b.land.id ? -1 : a.land.id > b.land.id ? 1 : 0)
  );
}

/** The largest first, then the strong, then the better places; a need that is in one is in no other. */
function disjoint(all: readonly Found[]): readonly Found[] {
  const ranked = all
    .map((found) => ({ found, key: keyOf(found.members), strong: ruleOf(found.members) === 'strong' ? 0 : 1 }))
    .sort(
      (a, b) =>
        b.found.members.length - a.found.members.length ||
        a.strong - b.strong ||
        comparePlaces(a.found, b.found) ||
        (a.key < b.key ? -1 : 1),
    );
  const taken = new Set<Candidate>();
  return ranked.flatMap(({ found }) => {
    if (found.members.some((member) => taken.has(member))) return [];
    for (const member of found.members) taken.add(member);
    return [found];
  });
}

function ruleOf(members: readonly Candidate[]): BundleProposal['rule'] {
  return pairsOf(members).some(([a, b]) => pairCell(a, b) === 'possible') ? 'possible' : 'strong';
}

export function proposalOf({ members, land, walkMeters }: Found, rules: BundleRules): BundleProposal {
  const dates = members.map(({ need }) => need.neededBy!).sort();
  const needs = members.map(({ need }) => need);
  return {
    key: keyOf(members),
    needIds: needs.map(({ id }) => id),
    rule: ruleOf(members),
    pairs: pairsOf(members).map(([a, b]) => pairOf(a, b)),
    place: placeOf(land),
    walkMeters: walkMeters.map(Math.round),
    totals: bundleTotals(needs, sharedSquareMeters(needs, rules.sharedShare)),
    earliest: dates[0]!,
    latest: dates.at(-1)!,
    groundFloorIds: needs.filter(({ requirements }) => requirements.includes('ground-floor')).map(({ id }) => id),
  };
}

function placeOf({ kind, id, name, position, areaSquareMeters, owner, reservedFor }: Land): BundlePlace {
  const area = Math.round(areaSquareMeters ?? 0);
  return {
    kind,
    id,
    name,
    position: [position[0], position[1]],
    areaSquareMeters: area,
    owner,
    reservedFor,
    stacked: area < STACKED_BELOW_SQUARE_METERS,
  };
}
