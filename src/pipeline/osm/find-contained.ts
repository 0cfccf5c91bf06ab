import Flatbush from 'flatbush';
import type { Area } from '../../city/types.ts';
import { boxOfGeometry, visitPositions } from '../../shared/geometry/box.ts';
import { type AreaTester, createAreaTester } from '../../shared/geometry/side-of-area.ts';
import type { OsmFeature } from './osm-features.ts';

/**
 * Finds features that lie wholly in another one: no vertex outside it and their inner point in it (so an area that fills a hole of
 * another does not count). Of two equal areas the later one is contained. Features without an area are never contained.
 */
export function findContained<F extends OsmFeature>(features: readonly F[]): readonly F[] {
  const withArea = features.flatMap((feature) => (feature.area === null ? [] : [{ feature, area: feature.area }]));
  if (withArea.length === 0) return [];
  const boxes = withArea.map(({ area }) => boxOfGeometry(area)!);
  const index = new Flatbush(boxes.length);
  for (const [west, south, east, north] of boxes) index.add(west, south, east, north);
  index.finish();
  const testers: AreaTester[] = [];
  const testerOf = (at: number) => {
    testers[at] ??= createAreaTester(withArea[at]!.area);
    return testers[at]!;
  };
  const isIn = (inner: number, outer: number): boolean => {
    const [west, south, east, north] = boxes[outer]!;
    const [innerWest, innerSouth, innerEast, innerNorth] = boxes[inner]!;
    if (innerWest < west || innerSouth < south || innerEast > east || innerNorth > north) return false;
    const tester = testerOf(outer);
    const { feature, area } = withArea[inner]!;
    return tester.sideOf(feature.position) === 'inside' && hasNoVertexOutside(area, tester);
  };
  const contained = withArea.filter((_, inner) =>
    index
      .search(...boxes[inner]!)
      .some((outer) => outer !== inner && isIn(inner, outer) && (outer < inner || !isIn(outer, inner))),
  );
  return contained.map(({ feature }) => feature);
}

function hasNoVertexOutside(area: Area, tester: AreaTester): boolean {
  let isInside = true;
  visitPositions(area, (position) => {
    if (isInside && tester.sideOf(position) === 'outside') isInside = false;
  });
  return isInside;
}
