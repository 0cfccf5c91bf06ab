import type { Area, Building } from '../../city/types.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import { createDistrictLocator } from '../../shared/geometry/district-locator.ts';
import type { CellFrame } from './cell-frame.ts';
import { floorAreaByCell, type WeightedPlace } from './floor-area.ts';
import { landAreaByCell } from './land-area.ts';

/** One way of saying where people live on the ground. */
export interface GroundTier {
  readonly kind: 'buildings' | 'land';
  readonly places: readonly WeightedPlace[];
}

/** Answers whether the middle of a building lies in one of the areas. */
function createAreaFinder(areas: readonly Area[]) {
  const parts = areas.map((geometry, i) => ({ id: String(i), level: 1, parent: null, geometry }));
  const locator = createDistrictLocator(parts);
  return ({ geometry }: Building): boolean => {
    const box = boxOfGeometry(geometry);
    return box !== null && locator.locate([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]).some((id) => id !== null);
  };
}

/**
 * Where people live on the ground, best knowledge first; in each part of a city the first one that has something there is used:
 * residential buildings and those of unknown use, except on business land; residential land; buildings of unknown use on business land.
 * Without the exception, halls that no one tagged would hold hundreds of people.
 */
export function findResidentialGround(
  buildings: readonly Building[],
  residentialAreas: readonly Area[],
  businessAreas: readonly Area[],
  frame: CellFrame,
): GroundTier[] {
  const isOnBusinessLand = createAreaFinder(businessAreas);
  const likely: Building[] = [];
  const possible: Building[] = [];
  for (const building of buildings) {
    if (building.residential === false) continue;
    (building.residential === null && isOnBusinessLand(building) ? possible : likely).push(building);
  }
  const tiers: GroundTier[] = [
    { kind: 'buildings', places: floorAreaByCell(likely, frame) },
    { kind: 'land', places: landAreaByCell(residentialAreas, frame) },
    { kind: 'buildings', places: floorAreaByCell(possible, frame) },
  ];
  return tiers.filter(({ places }) => places.length > 0);
}
