import type { Geometry, Position } from 'geojson';
import { KNOWN_EPSG, projectionOf } from '../../city/projection.ts';
import type { LonLatBox } from '../../shared/coordinates.ts';
import { boxContains, visitPositions } from '../../shared/geometry/box.ts';
import { fail } from '../../shared/problem.ts';
import type { RawFeature, RawLayer } from './geo-layer.ts';
import type { ResolvedCrs } from './resolve-crs.ts';

/** Which of the two numbers of a position comes first. Stating `east-north` switches the check for swapped axes off. */
export type AxisOrder = 'east-north' | 'north-east';

/** Germany with a margin: where data read with swapped axes would lie if it were not swapped. */
const GERMANY: LonLatBox = [5, 47, 16, 56];

/** Central meridians of the UTM zones, and how far beside them the zones are used: all of Germany may be in zone 32. */
const UTM_MERIDIANS: Readonly<Record<number, number>> = {
  25831: 3,
  25832: 9,
  25833: 15,
  32631: 3,
  32632: 9,
  32633: 15,
};
const UTM_REACH_DEGREES = 9;

/** True if the system may be used there: Germany for Gauß-Krüger, its zone for UTM, Europe for 3035, the world otherwise. */
function isUsedAt(crs: ResolvedCrs, [lon, lat]: readonly number[]): boolean {
  if (!(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90)) return false;
  if (crs.epsg === 3035) return boxContains([-35, 24, 65, 85], [lon!, lat!]);
  if (crs.epsg !== null && crs.epsg >= 31_466 && crs.epsg <= 31_469) return boxContains(GERMANY, [lon!, lat!]);
  const meridian = UTM_MERIDIANS[crs.epsg ?? 0];
  return meridian === undefined || (Math.abs(lon! - meridian) <= UTM_REACH_DEGREES && lat! >= 30 && lat! <= 75);
}

function textOf(position: readonly number[], digits: number): string {
  return position
    .slice(0, 2)
    .map((value) => value.toFixed(digits))
    .join(', ');
}

/** Known metric systems in which a position would lie in Germany, for advice. WGS 84 UTM is left out: it equals ETRS89 to a metre. */
function fittingCrs([x, y]: Position): string {
  return KNOWN_EPSG.filter((code) => code !== 4326 && code !== 4258 && code < 32_600)
    .filter((code) => boxContains(GERMANY, projectionOf(code).inverse(x!, y!)))
    .map((code) => `EPSG:${code}`)
    .join(', ');
}

interface Found {
  readonly row: number;
  readonly position: Position;
}

function findPosition(features: readonly RawFeature[], matches: (position: Position) => boolean): Found | null {
  for (const { row, geometry } of features) {
    let found: Position | null = null;
    if (geometry !== null) {
      visitPositions(geometry, (position) => {
        if (found === null && position.every(Number.isFinite) && matches(position)) found = position;
      });
    }
    if (found !== null) return { row, position: found };
  }
  return null;
}

const swapped = ([x, y]: Position): Position => [y!, x!];

function isInGermany(crs: ResolvedCrs, [x, y]: Position): boolean {
  return boxContains(GERMANY, crs.toLonLat(x!, y!));
}

function refuseSwapped(found: Found, crs: ResolvedCrs, file: string): never {
  const [x, y] = found.position as [number, number];
  return fail(
    'geodata.axes-swapped',
    {
      crs: crs.label,
      found: textOf([x, y], crs.isGeographic ? 5 : 0),
      expected: textOf([y, x], crs.isGeographic ? 5 : 0),
    },
    { file, row: found.row },
  );
}

function checkDegrees(layer: RawLayer, crs: ResolvedCrs, mayBeSwapped: boolean): void {
  const { file, features } = layer;
  const beyond = findPosition(features, ([x, y]) => Math.abs(x!) > 180 || Math.abs(y!) > 90);
  if (beyond !== null) {
    const { position, row } = beyond;
    if (Math.abs(position[0]!) <= 90 && Math.abs(position[1]!) <= 180) refuseSwapped(beyond, crs, file);
    fail(
      'geodata.meters-as-degrees',
      { crs: crs.label, found: textOf(position, 2), fitting: fittingCrs(position) },
      { file, row },
    );
  }
  const notSwapped = findPosition(features, (position) => !boxContains(GERMANY, swapped(position)));
  const any = findPosition(features, () => true);
  if (mayBeSwapped && any !== null && notSwapped === null) refuseSwapped(any, crs, file);
}

function checkMeters(layer: RawLayer, crs: ResolvedCrs, mayBeSwapped: boolean): void {
  const { file, features } = layer;
  const first = findPosition(features, () => true);
  if (first === null) return;
  if (findPosition(features, ([x, y]) => Math.abs(x!) > 180 || Math.abs(y!) > 90) === null) {
    fail('geodata.degrees-as-meters', { crs: crs.label, found: textOf(first.position, 5) }, { file, row: first.row });
  }
  if (mayBeSwapped && !isInGermany(crs, first.position) && isInGermany(crs, swapped(first.position))) {
    refuseSwapped(first, crs, file);
  }
}

/** The same geometry with other positions. */
export function mapPositions(geometry: Geometry, map: (position: Position) => Position): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, map)) };
  }
  const walk = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] !== 'number' ? value.map(walk) : map(value as Position);
  return { type: geometry.type, coordinates: walk(geometry.coordinates) } as Geometry;
}

function placeGeometry({ geometry, row }: RawFeature, crs: ResolvedCrs, file: string): Geometry | null {
  if (geometry === null) return null;
  if (geometry.type === 'Point' && !geometry.coordinates.slice(0, 2).every(Number.isFinite)) return null;
  return mapPositions(geometry, ([x, y]) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) fail('geodata.coordinate', { found: `${x}, ${y}` }, { file, row });
    const position = crs.toLonLat(x!, y!);
    if (!isUsedAt(crs, position)) {
      const params = { crs: crs.label, found: textOf([x!, y!], 2), fitting: fittingCrs([x!, y!]) };
      fail('geodata.crs-outside', params, { file, row });
    }
    return [...position];
  });
}

function swapAxes(layer: RawLayer): RawLayer {
  const features = layer.features.map((feature) => ({
    ...feature,
    geometry: feature.geometry && mapPositions(feature.geometry, swapped),
  }));
  return { ...layer, features };
}

/**
 * The geometries of a layer in WGS 84, rounded to 1e-7°, heights dropped, in the order of its features. Throws
 * `geodata.meters-as-degrees`, `geodata.degrees-as-meters`, `geodata.axes-swapped` (all of the data would lie in Germany with its axes
 * the other way round, and `axisOrder` does not say that they are right), `geodata.crs-outside` (a position lies where the system is not used),
 * `geodata.coordinate` (not a number).
 */
export function placeFeatures(
  layer: RawLayer,
  crs: ResolvedCrs,
  axisOrder: AxisOrder | undefined,
): (Geometry | null)[] {
  const mayBeSwapped = axisOrder !== 'east-north';
  const ordered = axisOrder === 'north-east' ? swapAxes(layer) : layer;
  if (crs.isGeographic) checkDegrees(ordered, crs, mayBeSwapped);
  else checkMeters(ordered, crs, mayBeSwapped);
  return ordered.features.map((feature) => placeGeometry(feature, crs, layer.file));
}
