import type { Projection } from '../../city/projection.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { sideOfArea } from '../../shared/geometry/side-of-area.ts';
import { nameSimilarity } from '../build/match-houses.ts';
import type { OsmFeature } from './osm-features.ts';
import type { Tags } from './osm-model.ts';

/** Names less alike than this are taken for two houses. */
const LIKE_ENOUGH = 0.5;
/** Houses of the same kind and the very same name are one house up to this distance. */
const SAME_NAME_METERS = 50;

export interface MergedFeature extends OsmFeature {
  /** Tags of the feature itself, filled up with those of the features merged into it. */
  readonly tags: Tags;
  readonly kind: string;
}

export interface MergedFeatures {
  readonly features: readonly MergedFeature[];
  /** Which feature went into which. */
  readonly pairs: readonly { readonly from: string; readonly into: string }[];
}

/**
 * Merges what is mapped twice: a feature inside an area of the same kind, if their names are alike or one has none (a node in its own
 * building, a building on its campus), and features of one kind with the very same name at most 50 m apart. The largest area stays and
 * takes over what its tags lack; so an unnamed house with two differently named ones in it takes in the first of them only. The order
 * (largest area first, then as given) decides, so the same input gives the same output.
 */
export function mergeDuplicates(
  features: readonly OsmFeature[],
  kindOf: (feature: OsmFeature) => string,
  projection: Projection,
): MergedFeatures {
  const known = features.map((feature, order) => ({
    feature,
    order,
    kind: kindOf(feature),
    squareMeters: feature.area === null ? 0 : areaSquareMeters(feature.area, projection),
  }));
  known.sort((a, b) => b.squareMeters - a.squareMeters || a.order - b.order);
  const kept: { merged: MergedFeature; order: number }[] = [];
  const keptByKind = new Map<string, { merged: MergedFeature; order: number }[]>();
  const pairs: { from: string; into: string }[] = [];
  for (const { feature, order, kind } of known) {
    const others = keptByKind.get(kind) ?? [];
    keptByKind.set(kind, others);
    const same = others.find((other) => isSameHouse(other.merged, feature, projection));
    if (same === undefined) {
      const entry = { merged: { ...feature, kind }, order };
      kept.push(entry);
      others.push(entry);
    } else {
      same.merged = { ...same.merged, tags: { ...feature.tags, ...same.merged.tags } };
      pairs.push({ from: feature.key, into: same.merged.key });
    }
  }
  kept.sort((a, b) => a.order - b.order);
  return { features: kept.map(({ merged }) => merged), pairs };
}

function isSameHouse(house: OsmFeature, other: OsmFeature, projection: Projection): boolean {
  const [name, otherName] = [house.tags.name, other.tags.name];
  if (name !== undefined && name === otherName) {
    const [x, y] = projection.forward(house.position[0], house.position[1]);
    const [otherX, otherY] = projection.forward(other.position[0], other.position[1]);
    if ((otherX - x) ** 2 + (otherY - y) ** 2 <= SAME_NAME_METERS ** 2) return true;
  }
  if (house.area === null || sideOfArea(house.area, other.position) === 'outside') return false;
  return name === undefined || otherName === undefined || nameSimilarity(name, otherName) >= LIKE_ENOUGH;
}
