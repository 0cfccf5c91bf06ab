import type { Position } from 'geojson';
import type { Metric } from '../coordinates.ts';
import { type Area, polygonsOf } from './area.ts';

/** What the area computation needs of a projection: degrees → metres, rounded to 1 cm. `city/projection.ts` fits. */
export interface ForwardProjection {
  forward(lon: number, lat: number): Metric;
}

function ringSquareMeters(ring: readonly Position[], projection: ForwardProjection): number {
  const points = ring.map(([lon, lat]) => projection.forward(lon as number, lat as number));
  const [originX, originY] = points[0] ?? [0, 0];
  let twice = 0;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] as Metric;
    const [bx, by] = points[i] as Metric;
    twice += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return Math.abs(twice) / 2;
}

/**
 * The area in m² in the plane of the projection (outer rings minus holes), rounded to 0.01 m². UTM planes differ from the ellipsoid by
 * up to 0.08 %. Only for valid areas: crossing rings give nonsense, repair them first.
 */
export function areaSquareMeters(area: Area, projection: ForwardProjection): number {
  let sum = 0;
  for (const rings of polygonsOf(area)) {
    rings.forEach((ring, index) => {
      sum += (index === 0 ? 1 : -1) * ringSquareMeters(ring, projection);
    });
  }
  return Math.round(sum * 100) / 100;
}
