import type { Area } from '../../city/types.ts';

type Corner = readonly [lon: number, lat: number] | readonly number[];

/** Metres of a degree of latitude. */
const DEGREE_METERS = 111_195;

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The polygon of some corners, closed; `null` with fewer than 3. */
export function areaOfCorners(corners: readonly Corner[]): Area | null {
  if (corners.length < 3) return null;
  const ring = corners.map(([lon, lat]) => [round(lon!), round(lat!)]);
  return { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] };
}

/** A rectangle of metres around a place, its sides along the degrees. */
export function rectangleAround([lon, lat]: Corner, eastMeters: number, northMeters: number): Area {
  const north = northMeters / 2 / DEGREE_METERS;
  const east = eastMeters / 2 / (DEGREE_METERS * Math.cos((lat! * Math.PI) / 180));
  return areaOfCorners([
    [lon! - east, lat! - north],
    [lon! + east, lat! - north],
    [lon! + east, lat! + north],
    [lon! - east, lat! + north],
  ])!;
}

/** The corners of the outer ring, one to a line, latitude first as maps write it; an area of several parts cannot be written so. */
export function cornersText(area: Area | null): string {
  if (area === null || area.type !== 'Polygon') return '';
  return area.coordinates[0]!.slice(0, -1)
    .map(([lon, lat]) => `${lat!.toFixed(6)} ${lon!.toFixed(6)}`)
    .join('\n');
}
