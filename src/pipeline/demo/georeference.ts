import { projectionOf } from '../../city/projection.ts';
import { type LonLat, lonLat } from '../../shared/coordinates.ts';
import type { Vec } from './geometry.ts';

/** Metric CRS of the demo city. */
export const DEMO_EPSG = 25832;

/** The city's centre in that CRS, a corner of the 100 m grid: farmland in southern Germany, near 9.6° E, 49.3° N. */
export const DEMO_CENTRE: Vec = [543_600, 5_461_000];

export interface Georeference {
  /** Metres from the centre → degrees, rounded to 1e-7°. */
  toLonLat(at: Vec): LonLat;
}

/** Where the projection is taken exactly, as shares of the half-width. */
const STOPS = [-0.95, -0.588, 0, 0.588, 0.95];

/**
 * Degrees by a polynomial through 25 exactly projected points: a few millimetres off at most, and of + − × alone, so that a million
 * coordinates come out equal in every engine (sines and cosines do not).
 */
export function createGeoreference(halfMeters: number): Georeference {
  const projection = projectionOf(DEMO_EPSG);
  const exact = STOPS.map((v) =>
    STOPS.map((u) => projection.inverse(DEMO_CENTRE[0] + u * halfMeters, DEMO_CENTRE[1] + v * halfMeters)),
  );
  const wu = new Float64Array(STOPS.length);
  const wv = new Float64Array(STOPS.length);
  return {
    toLonLat([x, y]) {
      lagrangeWeights(x / halfMeters, wu);
      lagrangeWeights(y / halfMeters, wv);
      let lon = 0;
      let lat = 0;
      for (let j = 0; j < STOPS.length; j++) {
        for (let i = 0; i < STOPS.length; i++) {
          const weight = wu[i]! * wv[j]!;
          const point = exact[j]![i]!;
          lon += weight * point[0];
          lat += weight * point[1];
        }
      }
      return lonLat(lon, lat);
    },
  };
}

function lagrangeWeights(t: number, weights: Float64Array): void {
  for (let i = 0; i < STOPS.length; i++) {
    let weight = 1;
    for (let k = 0; k < STOPS.length; k++) {
      if (k !== i) weight *= (t - STOPS[k]!) / (STOPS[i]! - STOPS[k]!);
    }
    weights[i] = weight;
  }
}
