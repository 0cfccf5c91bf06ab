import type { Projection } from '../../city/projection.ts';
import { polygonsOf } from '../../shared/geometry/area.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { KeyedDistrict } from './build-state.ts';

/** A locator that leaves no gap inside the districts of level 1, and the one it is made of. */
export interface GaplessLocator extends DistrictLocator {
  /** True if a position lies in a gap: in a district of some level, but in none of the finest. */
  isInGap(position: readonly number[]): boolean;
}

/** Edges of a district as `ax, ay, bx, by` in metres. */
interface Outline {
  readonly id: string;
  readonly edges: Float64Array;
}

function outlineOf({ id, geometry }: KeyedDistrict, projection: Projection): Outline {
  const edges: number[] = [];
  for (const ring of polygonsOf(geometry).flat()) {
    const points = ring.map(([lon, lat]) => projection.forward(lon as number, lat as number));
    for (let i = 1; i < points.length; i++) edges.push(...points[i - 1]!, ...points[i]!);
  }
  return { id, edges: Float64Array.from(edges) };
}

/** Distance in whole centimetres, so that every engine finds the same nearest one. */
function centimetersTo({ edges }: Outline, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!;
    const ay = edges[i + 1]!;
    const dx = edges[i + 2]! - ax;
    const dy = edges[i + 3]! - ay;
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    const offX = ax + share * dx - x;
    const offY = ay + share * dy - y;
    least = Math.min(least, offX * offX + offY * offY);
  }
  return Math.round(Math.sqrt(least) * 100);
}

/**
 * Fills gaps between districts: a position that lies in a district but in none of the smaller ones inside it is given to the nearest of
 * these (ties: lowest id). Some cities draw their smallest districts around settled land only, and borders of two levels may differ by
 * metres. Sums over the smaller districts are then those of the larger ones. Positions outside level 1 stay outside.
 */
export function createGaplessLocator(
  locator: DistrictLocator,
  districts: readonly KeyedDistrict[],
  projection: Projection,
): GaplessLocator {
  const outlinesByParent = new Map<string, readonly Outline[]>();
  const outlinesIn = (parent: string): readonly Outline[] => {
    const known = outlinesByParent.get(parent);
    if (known !== undefined) return known;
    const outlines = districts
      .filter((district) => district.parent === parent)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((district) => outlineOf(district, projection));
    outlinesByParent.set(parent, outlines);
    return outlines;
  };
  const nearestIn = (parent: string, [lon, lat]: readonly number[]): string | null => {
    const [x, y] = projection.forward(lon as number, lat as number);
    let best: { readonly id: string; readonly distance: number } | null = null;
    for (const outline of outlinesIn(parent)) {
      const distance = centimetersTo(outline, x, y);
      if (best === null || distance < best.distance) best = { id: outline.id, distance };
    }
    return best?.id ?? null;
  };
  return {
    levelCount: locator.levelCount,
    locate: (position) => {
      const found = locator.locate(position);
      for (let i = 1; i < found.length; i++) {
        const parent = found[i - 1] as string | null;
        if (found[i] === null && parent !== null) found[i] = nearestIn(parent, position);
      }
      return found;
    },
    isInGap: (position) => {
      const found = locator.locate(position);
      return found.includes(null) && found.some((id) => id !== null);
    },
  };
}
