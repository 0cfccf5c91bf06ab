import Flatbush from 'flatbush';
import { describe, expect, it } from 'vitest';
import type { BaseMap, CityContent } from '../../../src/city/types.ts';
import { contains, demoCity, METERS_PER_LAT, METERS_PER_LON, polygonsOf, squareMetersOf } from './demo-cities.ts';
import { measureStreets } from './measure-streets.ts';

const TOWN = 0.1;

describe('districts of the demo city', () => {
  const city = demoCity(TOWN);
  const levels = [1, 2].map((level) => city.districts.filter((d) => d.level === level));

  it('nest: the parts of each Stadtbezirk fill it exactly', () => {
    for (const borough of levels[0]!) {
      const parts = levels[1]!.filter((d) => d.parent === borough.id);
      const sum = parts.reduce((total, d) => total + squareMetersOf(d.geometry), 0);
      expect(parts.length).toBeGreaterThan(0);
      expect(Math.abs(sum / squareMetersOf(borough.geometry) - 1)).toBeLessThan(1e-6);
    }
  });

  it('share their borders vertex by vertex', () => {
    const edges = new Map<string, number>();
    for (const { geometry } of levels[1]!) {
      for (const ring of polygonsOf(geometry).flat()) {
        for (let i = 1; i < ring.length; i++) {
          const key = [ring[i - 1]!.join(), ring[i]!.join()].sort().join(' ');
          edges.set(key, (edges.get(key) ?? 0) + 1);
        }
      }
    }
    const outer = new Set<string>();
    for (const { geometry } of levels[0]!)
      for (const ring of polygonsOf(geometry).flat()) for (const p of ring) outer.add(p.join());
    const single = [...edges].filter(([, count]) => count === 1);
    expect([...edges.values()].every((count) => count <= 2)).toBe(true);
    expect(single.every(([key]) => key.split(' ').every((point) => outer.has(point)))).toBe(true);
  });

  it('hold every inhabited cell in one district per level', () => {
    for (const point of city.population) {
      for (const [i, districts] of levels.entries()) {
        const holders = districts.filter((d) => contains(d.geometry, point.position)).map((d) => d.id);
        expect(holders).toEqual(point.outside ? [] : [point.districts[i]]);
      }
    }
  });

  it('are covered by the Schulbezirke without gap or overlap', () => {
    const sum = (items: readonly { geometry: CityContent['districts'][number]['geometry'] }[]) =>
      items.reduce((total, item) => total + squareMetersOf(item.geometry), 0);
    expect(city.catchments.length).toBeGreaterThan(5);
    expect(Math.abs(sum(city.catchments) / sum(levels[0]!) - 1)).toBeLessThan(1e-6);
    for (const point of city.population.filter((p) => !p.outside).slice(0, 300)) {
      expect(city.catchments.filter((c) => contains(c.geometry, point.position))).toHaveLength(1);
    }
    for (const house of city.houses.filter((h) => h.offers.some((o) => o.service === 'grundschule'))) {
      const own = city.catchments.find((c) => c.houseId === house.id)!;
      expect(contains(own.geometry, house.position)).toBe(true);
    }
  });
});

/** Half the width of the road itself, kerb to middle, by kind. */
const HALF_WIDTHS: Readonly<Record<string, number>> = {
  motorway: 13,
  primary: 7,
  secondary: 6,
  tertiary: 5,
  residential: 3.5,
  pedestrian: 3,
  track: 1.5,
  path: 1.5,
  footway: 1,
};

interface Segment {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly half: number;
}

function metersOf([lon, lat]: readonly number[]): [number, number] {
  return [(lon! - 9.6) * METERS_PER_LON, (lat! - 49.3) * METERS_PER_LAT];
}

function segmentsOf(base: BaseMap): Segment[] {
  const segments: Segment[] = [];
  const add = (line: readonly (readonly number[])[], half: number) => {
    for (let i = 1; i < line.length; i++) segments.push({ a: metersOf(line[i - 1]!), b: metersOf(line[i]!), half });
  };
  for (const { kind, geometry } of [...base.roads, ...base.streets]) add(geometry.coordinates, HALF_WIDTHS[kind] ?? 2);
  for (const { kind, geometry } of base.waterways) if (kind === 'stream') add(geometry.coordinates as number[][], 2);
  for (const { geometry } of base.water) for (const ring of polygonsOf(geometry).flat()) add(ring, 0.5);
  return segments;
}

/** Distance between two segments; 0 where they cross. */
function segmentDistance(p: readonly number[], q: readonly number[], { a, b }: Segment): number {
  const cross = (o: readonly number[], u: readonly number[], v: readonly number[]) =>
    (u[0]! - o[0]!) * (v[1]! - o[1]!) - (u[1]! - o[1]!) * (v[0]! - o[0]!);
  if (cross(p, q, a) * cross(p, q, b) < 0 && cross(a, b, p) * cross(a, b, q) < 0) return 0;
  const to = (x: readonly number[], u: readonly number[], v: readonly number[]) => {
    const [dx, dy] = [v[0]! - u[0]!, v[1]! - u[1]!];
    const t = Math.min(1, Math.max(0, ((x[0]! - u[0]!) * dx + (x[1]! - u[1]!) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x[0]! - u[0]! - t * dx, x[1]! - u[1]! - t * dy);
  };
  return Math.min(to(p, a, b), to(q, a, b), to(a, p, q), to(b, p, q));
}

describe('the ground plan of the demo city', () => {
  const city = demoCity(TOWN);
  const base = city.base!;

  it('keeps at least 95 % of its buildings clear of streets and water', () => {
    const segments = segmentsOf(base);
    const index = new Flatbush(segments.length);
    for (const { a, b } of segments) {
      index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    }
    index.finish();
    const clear = base.buildings.filter(({ geometry }) => {
      const ring = polygonsOf(geometry)[0]![0]!.map(metersOf);
      const xs = ring.map((p) => p[0]);
      const ys = ring.map((p) => p[1]);
      const near = index.search(Math.min(...xs) - 14, Math.min(...ys) - 14, Math.max(...xs) + 14, Math.max(...ys) + 14);
      return near.every((k) =>
        ring.every((p, i) => i === 0 || segmentDistance(ring[i - 1]!, p, segments[k]!) >= segments[k]!.half),
      );
    });
    expect(clear.length / base.buildings.length).toBeGreaterThanOrEqual(0.95);
  });

  it('has water and forest on at least 10 % of its land', () => {
    const cityArea = city.districts
      .filter((d) => d.level === 1)
      .reduce((sum, d) => sum + squareMetersOf(d.geometry), 0);
    const boroughs = city.districts.filter((d) => d.level === 1);
    const [west, south, east, north] = city.identity.bbox;
    const wild = [...base.water, ...base.green.filter((g) => g.kind === 'forest')];
    let inCity = 0;
    let inWild = 0;
    for (let i = 0; i < 80; i++) {
      for (let k = 0; k < 80; k++) {
        const point = [west + ((east - west) * (i + 0.5)) / 80, south + ((north - south) * (k + 0.5)) / 80];
        if (!boroughs.some((d) => contains(d.geometry, point))) continue;
        inCity++;
        if (wild.some((w) => contains(w.geometry, point))) inWild++;
      }
    }
    expect(cityArea).toBeGreaterThan(20e6);
    expect(inWild / inCity).toBeGreaterThan(0.1);
    expect(inWild / inCity).toBeLessThan(0.35);
  });

  it('has streets that meet and end like those of a real city, and blocks of its size', () => {
    const { degreeShares, blockSquareMeters } = measureStreets(base);
    expect(degreeShares.three).toBeGreaterThan(0.55);
    expect(degreeShares.three).toBeLessThan(0.75);
    expect(degreeShares.four).toBeLessThan(0.25);
    expect(degreeShares.one).toBeGreaterThan(0.1);
    expect(blockSquareMeters.median).toBeGreaterThan(8000);
    expect(blockSquareMeters.median).toBeLessThan(16_000);
  });

  it('lets people walk from everywhere to everywhere', () => {
    const network = city.network!;
    const seen = new Uint8Array(network.nodeCount);
    let largest = 0;
    for (let start = 0; start < network.nodeCount; start++) {
      if (seen[start]) continue;
      const stack = [start];
      seen[start] = 1;
      let size = 0;
      while (stack.length > 0) {
        const node = stack.pop()!;
        size++;
        for (let arc = network.offsets[node]!; arc < network.offsets[node + 1]!; arc++) {
          const target = network.targets[arc]!;
          if (!seen[target]) {
            seen[target] = 1;
            stack.push(target);
          }
        }
      }
      largest = Math.max(largest, size);
    }
    expect(largest / network.nodeCount).toBeGreaterThanOrEqual(0.985);
  });

  it('names most of its streets, none twice in a Stadtteil', () => {
    const streets = base.streets.filter((s) => s.kind === 'residential');
    expect(streets.filter((s) => s.name !== null).length / streets.length).toBeGreaterThan(0.85);
    const keys = city.streets.map((s) => `${s.name} ${s.districts[1]}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
