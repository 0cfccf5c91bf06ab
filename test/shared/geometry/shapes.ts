import { metric } from '../../../src/shared/coordinates.ts';
import type { Area } from '../../../src/shared/geometry/area.ts';

/** A rectangle from its corners. */
export function rectangle(west: number, south: number, east: number, north: number): Area {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** A square of 4 with a square hole of 2 in the middle. */
export const FRAME: Area = {
  type: 'Polygon',
  coordinates: [
    ...(rectangle(0, 0, 4, 4).coordinates as number[][][]),
    ...(rectangle(1, 1, 3, 3).coordinates as number[][][]),
  ],
};

/** A plane in which a degree is a metre: areas can be read off. */
export const PLAIN = { forward: (lon: number, lat: number) => metric(lon, lat) };
