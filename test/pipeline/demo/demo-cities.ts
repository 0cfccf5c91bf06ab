import type { CityContent } from '../../../src/city/types.ts';
import { generateDemoCity } from '../../../src/pipeline/demo/generate-demo-city.ts';
import type { BuildContext } from '../../../src/pipeline/types.ts';

export const silent: BuildContext = { signal: new AbortController().signal, progress: () => {} };

const made = new Map<string, CityContent>();

/** A demo city, generated once per test file. */
export function demoCity(scale: number, seed = 1): CityContent {
  const key = `${scale} ${seed}`;
  const city = made.get(key) ?? generateDemoCity({ scale, seed }, silent);
  made.set(key, city);
  return city;
}

type Ring = readonly (readonly number[])[];

/** Polygons of an area, each as its rings. */
export function polygonsOf(area: {
  readonly type: string;
  readonly coordinates: unknown;
}): readonly (readonly Ring[])[] {
  return (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as readonly (readonly Ring[])[];
}

/** Metres per degree at the demo city's latitude, good enough for shares and clearances. */
export const METERS_PER_LON = 72_750;
export const METERS_PER_LAT = 111_220;

/** Square metres of an area in degrees: rings in local metres. */
export function squareMetersOf(area: { readonly type: string; readonly coordinates: unknown }): number {
  let sum = 0;
  for (const polygon of polygonsOf(area))
    polygon.forEach((ring, i) => {
      sum += (i === 0 ? 1 : -1) * Math.abs(ringArea(ring));
    });
  return sum;
}

function ringArea(ring: Ring): number {
  let sum = 0;
  const [ox, oy] = ring[0] as [number, number];
  for (let i = 1; i < ring.length; i++) {
    const ax = (ring[i - 1]![0]! - ox) * METERS_PER_LON;
    const ay = (ring[i - 1]![1]! - oy) * METERS_PER_LAT;
    const bx = (ring[i]![0]! - ox) * METERS_PER_LON;
    const by = (ring[i]![1]! - oy) * METERS_PER_LAT;
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}

/** Even-odd rule over all rings. */
export function contains(
  area: { readonly type: string; readonly coordinates: unknown },
  [x, y]: readonly number[],
): boolean {
  let inside = false;
  for (const polygon of polygonsOf(area)) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1] as [number, number];
        const [bx, by] = ring[i] as [number, number];
        if (ay > y! !== by > y! && x! < ax + ((bx - ax) * (y! - ay)) / (by - ay)) inside = !inside;
      }
    }
  }
  return inside;
}
