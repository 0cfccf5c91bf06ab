import type { ReachLists } from './reach-lists.ts';

/** How the last points of some reach lists become others; the points before `firstLast` stay as they are. */
export interface LastPoints {
  readonly firstLast: number;
  /** By new point − `firstLast`: the number of the old point that stands at the same place, −1 = none does. */
  readonly oldOf: Int32Array;
  /** What the points without an old one reach, in their order: one list each, of houses (their numbers in the lists to extend). */
  readonly searched: ReachLists;
}

/**
 * The reach lists of the same houses for other last points, without searching from the houses again: walks are as long there as back. The
 * same lists, entry for entry, as a search with `lastFrom = firstLast` finds. O(entries).
 */
export function extendLists(lists: ReachLists, { firstLast, oldOf, searched }: LastPoints): ReachLists {
  const newOf = new Map<number, number[]>();
  const searchedPoints: number[] = [];
  oldOf.forEach((old, i) => {
    if (old < 0) searchedPoints.push(firstLast + i);
    else newOf.set(old, [...(newOf.get(old) ?? []), firstLast + i]);
  });
  const added = Array.from({ length: lists.houseCount }, (): [point: number, decimeters: number][] => []);
  searchedPoints.forEach((point, list) => {
    for (let e = searched.offsets[list]!; e < searched.offsets[list + 1]!; e++) {
      added[searched.points[e]!]!.push([point, searched.decimeters[e]!]);
    }
  });
  const offsets = new Uint32Array(lists.houseCount + 1);
  const keptEnds = new Uint32Array(lists.houseCount);
  for (let house = 0; house < lists.houseCount; house++) {
    const start = lists.offsets[house]!;
    let end = lists.offsets[house + 1]!;
    for (; end > start && lists.points[end - 1]! >= firstLast; end--) {
      for (const point of newOf.get(lists.points[end - 1]!) ?? [])
        added[house]!.push([point, lists.decimeters[end - 1]!]);
    }
    added[house]!.sort(([a], [b]) => a - b);
    keptEnds[house] = end;
    offsets[house + 1] = offsets[house]! + (end - start) + added[house]!.length;
  }
  const points = new Uint32Array(offsets[lists.houseCount]!);
  const decimeters = new Uint32Array(points.length);
  for (let house = 0; house < lists.houseCount; house++) {
    const [start, end] = [lists.offsets[house]!, keptEnds[house]!];
    let at = offsets[house]!;
    points.set(lists.points.subarray(start, end), at);
    decimeters.set(lists.decimeters.subarray(start, end), at);
    at += end - start;
    for (const [point, distance] of added[house]!) {
      points[at] = point;
      decimeters[at++] = distance;
    }
  }
  return { houseCount: lists.houseCount, offsets, points, decimeters };
}
