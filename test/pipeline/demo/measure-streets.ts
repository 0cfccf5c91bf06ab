import type { BaseMap } from '../../../src/city/types.ts';

/** What the street plan of a city looks like in numbers. */
export interface StreetMeasures {
  /** Share of junctions and ends with one, three, four and more arms. */
  readonly degreeShares: { readonly one: number; readonly three: number; readonly four: number };
  readonly junctions: number;
  /** Square metres of blocks between 500 m² and 20 ha: quartiles and median. */
  readonly blockSquareMeters: { readonly lower: number; readonly median: number; readonly upper: number };
  readonly blocks: number;
}

const STREET_KINDS: ReadonlySet<string> = new Set([
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'pedestrian',
]);

/** Builds the graph of drivable streets from a base map and measures it. Lines meet where they share a coordinate. */
export function measureStreets(base: BaseMap): StreetMeasures {
  const nodeByKey = new Map<string, number>();
  const x: number[] = [];
  const y: number[] = [];
  const arms: Set<number>[] = [];
  const nodeAt = (lon: number, lat: number) => {
    const key = `${lon} ${lat}`;
    let node = nodeByKey.get(key);
    if (node === undefined) {
      node = x.length;
      nodeByKey.set(key, node);
      x.push(lon * 111_320 * Math.cos((lat * Math.PI) / 180));
      y.push(lat * 110_574);
      arms.push(new Set());
    }
    return node;
  };
  for (const { kind, geometry } of [...base.roads, ...base.streets]) {
    if (!STREET_KINDS.has(kind)) continue;
    for (let i = 1; i < geometry.coordinates.length; i++) {
      const a = nodeAt(geometry.coordinates[i - 1]![0]!, geometry.coordinates[i - 1]![1]!);
      const b = nodeAt(geometry.coordinates[i]![0]!, geometry.coordinates[i]![1]!);
      if (a === b) continue;
      arms[a]!.add(b);
      arms[b]!.add(a);
    }
  }
  const counts = { one: 0, three: 0, four: 0 };
  for (const set of arms) {
    if (set.size === 1) counts.one++;
    else if (set.size === 3) counts.three++;
    else if (set.size > 3) counts.four++;
  }
  const junctions = counts.one + counts.three + counts.four;
  const blocks = blockAreas(x, y, arms);
  const at = (share: number) => Math.round(blocks[Math.floor(share * (blocks.length - 1))] ?? 0);
  return {
    junctions,
    degreeShares: { one: counts.one / junctions, three: counts.three / junctions, four: counts.four / junctions },
    blocks: blocks.length,
    blockSquareMeters: { lower: at(0.25), median: at(0.5), upper: at(0.75) },
  };
}

/** Areas of the faces between streets, sorted. */
function blockAreas(x: readonly number[], y: readonly number[], arms: readonly ReadonlySet<number>[]): number[] {
  const sorted = arms.map((set, n) =>
    [...set].sort((a, b) => Math.atan2(y[a]! - y[n]!, x[a]! - x[n]!) - Math.atan2(y[b]! - y[n]!, x[b]! - x[n]!)),
  );
  const seen = new Set<string>();
  const areas: number[] = [];
  sorted.forEach((list, from) => {
    for (const to of list) {
      let [a, b] = [from, to];
      let area = 0;
      let steps = 0;
      while (!seen.has(`${a} ${b}`) && steps++ < 100_000) {
        seen.add(`${a} ${b}`);
        area += (x[a]! - x[from]!) * (y[b]! - y[from]!) - (x[b]! - x[from]!) * (y[a]! - y[from]!);
        const around = sorted[b]!;
        const next = around[(around.indexOf(a) + around.length - 1) % around.length]!;
        [a, b] = [b, next];
      }
      if (area / 2 > 500 && area / 2 < 200_000) areas.push(area / 2);
    }
  });
  return areas.sort((p, q) => p - q);
}
