import { UNREACHED } from '../network/bounded-search.ts';
import { moveLast, type ReachLists } from './reach-lists.ts';

/**
 * Joins the lists of access points that belong to one area: the nearest one counts. `ownerOf[list]` is the area of a list; lists of one
 * area stand side by side. `pointCount` demand points, those from `lastFrom` on stand last in every list, ascending. O(entries).
 */
export function joinLists(
  lists: ReachLists,
  ownerOf: Uint32Array,
  ownerCount: number,
  { pointCount, lastFrom }: { readonly pointCount: number; readonly lastFrom: number },
): ReachLists {
  const best = new Uint32Array(pointCount).fill(UNREACHED);
  const offsets = new Uint32Array(ownerCount + 1);
  const points: number[] = [];
  const decimeters: number[] = [];
  for (let list = 0; list < lists.houseCount; ) {
    const owner = ownerOf[list]!;
    const found: number[] = [];
    for (; list < lists.houseCount && ownerOf[list] === owner; list++) {
      for (let e = lists.offsets[list]!; e < lists.offsets[list + 1]!; e++) {
        const p = lists.points[e]!;
        if (best[p] === UNREACHED) found.push(p);
        best[p] = Math.min(best[p]!, lists.decimeters[e]!);
      }
    }
    const hits = Uint32Array.from(found);
    moveLast(hits, hits.length, lastFrom);
    for (const p of hits) {
      points.push(p);
      decimeters.push(best[p]!);
      best[p] = UNREACHED;
    }
    offsets[owner + 1] = hits.length;
  }
  for (let owner = 0; owner < ownerCount; owner++) offsets[owner + 1]! += offsets[owner]!;
  return {
    houseCount: ownerCount,
    offsets,
    points: Uint32Array.from(points),
    decimeters: Uint32Array.from(decimeters),
  };
}

/**
 * The same for lists that lead to access points: they then lead to the areas these belong to (`ownerOf` by access point), each at the
 * distance of its nearest one. O(entries).
 */
export function joinTargets({ houseCount, offsets, points, decimeters }: ReachLists, ownerOf: Uint32Array): ReachLists {
  const joined = Array.from({ length: houseCount }, (_, list) => {
    const best = new Map<number, number>();
    for (let e = offsets[list]!; e < offsets[list + 1]!; e++) {
      const owner = ownerOf[points[e]!]!;
      best.set(owner, Math.min(best.get(owner) ?? UNREACHED, decimeters[e]!));
    }
    return best;
  });
  const ends = new Uint32Array(houseCount + 1);
  joined.forEach((best, list) => {
    ends[list + 1] = ends[list]! + best.size;
  });
  return {
    houseCount,
    offsets: ends,
    points: Uint32Array.from(joined.flatMap((best) => [...best.keys()])),
    decimeters: Uint32Array.from(joined.flatMap((best) => [...best.values()])),
  };
}
