import { projectionOf } from '../../city/projection.ts';
import type { LonLatBox } from '../../shared/coordinates.ts';

export type MetricBox = readonly [west: number, south: number, east: number, north: number];

/** The smallest box in metres of a projected CRS around a box in degrees. Its edges are bent there, so they are followed point by point. */
export function projectBox(box: LonLatBox, epsg: number): MetricBox {
  const projection = projectionOf(epsg);
  const [west, south, east, north] = box;
  const steps = 32;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const lon = west + ((east - west) * i) / steps;
    const lat = south + ((north - south) * i) / steps;
    for (const [a, b] of [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ] as const) {
      const [x, y] = projection.forward(a, b);
      xs.push(x);
      ys.push(y);
    }
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
