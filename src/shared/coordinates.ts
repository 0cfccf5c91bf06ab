declare const lonLatBrand: unique symbol;
declare const metricBrand: unique symbol;

/** WGS 84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number] & { readonly [lonLatBrand]: true };

/** Metres in the city's projected coordinate system, easting first. */
export type Metric = readonly [x: number, y: number] & { readonly [metricBrand]: true };

/** `[west, south, east, north]` in degrees. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** Rounds to 1e-7° (about 1 cm), the precision of every stored coordinate. */
export function roundDegrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

/** Rounds to 1 cm, the precision of every projected coordinate. */
export function roundCentimeters(value: number): number {
  return Math.round(value * 100) / 100;
}

export function lonLat(lon: number, lat: number): LonLat {
  return [roundDegrees(lon), roundDegrees(lat)] as unknown as LonLat;
}

export function metric(x: number, y: number): Metric {
  return [roundCentimeters(x), roundCentimeters(y)] as unknown as Metric;
}

const EARTH_RADIUS_METERS = 6_371_008.8;

/** Great-circle distance in decimetres, rounded to a whole number (haversine, mean earth radius). */
export function haversineDecimeters(lonA: number, latA: number, lonB: number, latB: number): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((latB - latA) * rad) / 2);
  const sinLon = Math.sin(((lonB - lonA) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(latA * rad) * Math.cos(latB * rad) * sinLon * sinLon;
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h))) * 10);
}
