import { projectionOf } from '../city/projection.ts';
import { type LonLat, lonLat } from '../shared/coordinates.ts';

/** Degrees within which a pair of numbers is taken as a place in Germany; tells latitude from longitude, for the two never overlap. */
const GERMANY = { south: 47, north: 55.2, west: 5.5, east: 15.6 } as const;

const inGermany = (lon: number, lat: number) =>
  lon >= GERMANY.west && lon <= GERMANY.east && lat >= GERMANY.south && lat <= GERMANY.north;

/**
 * The place a person means by a pair of numbers, or `null`: degrees in either order ("48,775 9,18", "48.775, 9.18", "9.18 48.775",
 * "48.775° N 9.18° O"), UTM with zone ("32U 512345 5401234", zone also in front of the easting: "32512345 5401234"), Gauß-Krüger
 * (easting of seven digits from 2 to 5), or easting and northing in the city's own CRS. Only places in Germany.
 */
export function parseCoordinates(text: string, epsg: number): LonLat | null {
  const zoned = /^(?:utm\s*)?(3[123])\s*[n-u]?\s+(\S.*)$/i.exec(text.trim());
  if (zoned !== null) {
    const pair = numbersOf(zoned[2]!);
    return pair === null ? null : project(pair, 25800 + Number(zoned[1]));
  }
  const pair = numbersOf(text);
  if (pair === null) return null;
  const [a, b] = pair;
  if (a < 100 && b < 100) {
    if (inGermany(b, a)) return lonLat(b, a);
    return inGermany(a, b) ? lonLat(a, b) : null;
  }
  if (a >= 31_000_000 && a < 34_000_000) {
    const zone = Math.floor(a / 1e6);
    return project([a - zone * 1e6, b], 25800 + zone);
  }
  if (a >= 2_000_000 && a < 6_000_000 && b > 5_000_000) return project(pair, 31464 + Math.floor(a / 1e6));
  return project(pair, epsg);
}

/** Easting and northing in either order: in Germany northings are the larger number. */
function project([a, b]: readonly [number, number], epsg: number): LonLat | null {
  const position = projectionOf(epsg).inverse(Math.min(a, b), Math.max(a, b));
  return inGermany(position[0], position[1]) ? position : null;
}

/** Exactly two positive numbers with decimal points or commas, separated by space, semicolon, or comma (and space); else `null`. */
function numbersOf(text: string): readonly [number, number] | null {
  const plain = text
    .replace(/[°'"]|\b(?:lat|lon|lng|n|e|o|ost|nord|east|north)\b[.:=]?/gi, ' ')
    .replace(/(\d)\s*;\s*(\d)/, '$1 $2')
    // A comma before a space, or between numbers that already have points, separates; any other comma is decimal.
    .replace(/,\s+/g, ' ')
    .replace(/^(\s*\d+\.\d+),(\d+\.\d+\s*)$/, '$1 $2')
    .trim();
  const parts = plain.split(/\s+/);
  if (parts.length !== 2 || !parts.every((part) => /^\d+(?:[.,]\d+)?$/.test(part))) return null;
  const [a, b] = parts.map((part) => Number(part.replace(',', '.')));
  return [a!, b!];
}
