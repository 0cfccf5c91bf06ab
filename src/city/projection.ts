import proj4, { type Converter } from 'proj4';
import { type LonLat, lonLat, type Metric, metric } from '../shared/coordinates.ts';
import { fail } from '../shared/problem.ts';

const GK_SHIFT = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs';

/** Definitions by EPSG code; Gauß-Krüger with the 7-parameter shift DHDN → WGS 84 (about 1–3 m). Source: EPSG registry. */
const DEFINITIONS: Readonly<Record<number, string>> = {
  4326: '+proj=longlat +datum=WGS84 +no_defs',
  4258: '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs',
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
  3035: '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  25831: '+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  25832: '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  25833: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  32631: '+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs',
  32632: '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs',
  32633: '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
  31466: `+proj=tmerc +lat_0=0 +lon_0=6 +k=1 +x_0=2500000 +y_0=0 ${GK_SHIFT}`,
  31467: `+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 ${GK_SHIFT}`,
  31468: `+proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=4500000 +y_0=0 ${GK_SHIFT}`,
  31469: `+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=5500000 +y_0=0 ${GK_SHIFT}`,
};

/** EPSG codes the program knows. */
export const KNOWN_EPSG: readonly number[] = Object.keys(DEFINITIONS).map(Number);

export interface Projection {
  /** Degrees → metres (or degrees, for a geographic CRS), rounded to 1 cm (1e-7°). */
  forward(lon: number, lat: number): Metric;
  /** Metres → degrees, rounded to 1e-7°. */
  inverse(x: number, y: number): LonLat;
}

/** A projection from an EPSG code or from WKT/proj text (a custom `.prj`). Throws `city.crs-unknown` for anything it does not know. */
export function projectionOf(crs: number | string): Projection {
  const definition = typeof crs === 'number' ? DEFINITIONS[crs] : crs;
  if (definition === undefined) {
    return fail('city.crs-unknown', {
      found: `EPSG:${crs}`,
      known: KNOWN_EPSG.map((code) => `EPSG:${code}`).join(', '),
    });
  }
  let converter: Converter;
  try {
    converter = proj4(DEFINITIONS[4326] as string, definition);
  } catch {
    return fail('city.crs-unknown', {
      found: String(crs).slice(0, 80),
      known: KNOWN_EPSG.map((code) => `EPSG:${code}`).join(', '),
    });
  }
  return {
    forward: (lon, lat) => {
      const [x, y] = converter.forward([lon, lat]) as [number, number];
      return metric(x, y);
    },
    inverse: (x, y) => {
      const [lon, lat] = converter.inverse([x, y]) as [number, number];
      return lonLat(lon, lat);
    },
  };
}

/** The ETRS89/UTM zone (EPSG 25831–25833) in which a longitude lies: the default metric CRS of a city. */
export function utmEpsgByLongitude(lon: number): number {
  return lon < 6 ? 25831 : lon < 12 ? 25832 : 25833;
}
