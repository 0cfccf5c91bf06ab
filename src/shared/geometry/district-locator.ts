import Flatbush from 'flatbush';
import type { Area } from './area.ts';
import { boxOfGeometry } from './box.ts';
import { type AreaTester, createAreaTester } from './side-of-area.ts';

/** What the locator needs of a district; `District` of `city/types.ts` fits. */
export interface LocatableDistrict {
  readonly id: string;
  /** 1 = largest unit below the city. */
  readonly level: number;
  readonly parent: string | null;
  readonly geometry: Area;
}

export interface DistrictLocator {
  /** Number of levels; the length of every answer. */
  readonly levelCount: number;
  /** The district id per level (index 0 = level 1), `null` where the position lies in none. */
  locate(position: readonly number[]): (string | null)[];
}

interface Layer {
  readonly index: Flatbush;
  /** Sorted by id. */
  readonly districts: readonly { readonly id: string; readonly tester: AreaTester }[];
}

function createLayer(districts: readonly LocatableDistrict[]): Layer | null {
  if (districts.length === 0) return null;
  const sorted = [...districts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Flatbush(sorted.length);
  for (const district of sorted) {
    const [west, south, east, north] = boxOfGeometry(district.geometry) ?? [Infinity, Infinity, -Infinity, -Infinity];
    index.add(west, south, east, north);
  }
  index.finish();
  return { index, districts: sorted.map(({ id, geometry }) => ({ id, tester: createAreaTester(geometry) })) };
}

function findIn(layer: Layer, position: readonly number[]): string | null {
  const [lon, lat] = position as [number, number];
  const candidates = layer.index.search(lon, lat, lon, lat).sort((a, b) => a - b);
  for (const candidate of candidates) {
    const district = layer.districts[candidate];
    if (district !== undefined && district.tester.sideOf(position) !== 'outside') return district.id;
  }
  return null;
}

/**
 * Prepares districts for "in which district does this point lie?". The finest level is asked first and its parents follow from it, so
 * that every answer is a chain of the tree and sums over children are the sums of their parents, also at borders that do not match to
 * the centimetre; where the finest level has nothing, the next coarser one is asked. A point exactly on a border belongs to the
 * district with the lowest id. About a microsecond per level and point.
 */
export function createDistrictLocator(districts: readonly LocatableDistrict[]): DistrictLocator {
  const levelCount = districts.reduce((most, { level }) => Math.max(most, level), 0);
  const byId = new Map(districts.map((district) => [district.id, district]));
  const layers = Array.from({ length: levelCount }, (_, i) => createLayer(districts.filter((d) => d.level === i + 1)));
  return {
    levelCount,
    locate: (position) => {
      const found: (string | null)[] = new Array(levelCount).fill(null);
      for (let level = levelCount; level >= 1; level--) {
        if (found[level - 1] !== null) continue;
        const layer = layers[level - 1];
        let district = byId.get((layer ? findIn(layer, position) : null) ?? '');
        for (; district !== undefined; district = byId.get(district.parent ?? ''))
          found[district.level - 1] = district.id;
      }
      return found;
    },
  };
}

const known = new WeakMap<readonly LocatableDistrict[], DistrictLocator>();

/** The locator of districts that stay as they are: prepared once, whoever asks. */
export function locatorOf(districts: readonly LocatableDistrict[]): DistrictLocator {
  const locator = known.get(districts) ?? createDistrictLocator(districts);
  known.set(districts, locator);
  return locator;
}
