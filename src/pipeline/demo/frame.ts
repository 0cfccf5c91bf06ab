import { fail } from '../../shared/problem.ts';

/**
 * Sizes of a generated city. All coordinates of the generator are metres east and north of the city's centre; `scale` 1 is 600,000
 * inhabitants on about 328 km².
 */
export interface Frame {
  readonly scale: number;
  readonly seed: number;
  readonly inhabitants: number;
  /** Radius of a circle with the city's area. */
  readonly cityRadius: number;
  /** Radius within which land, people and streets are made; beyond the border lies a belt of surroundings. */
  readonly domainRadius: number;
  /** Half-width of the square raster. */
  readonly halfMeters: number;
}

/** Distance of the drawn map's edge from the edge of the rasters. */
export const SHEET_MARGIN = 110;

const INHABITANTS_AT_ONE = 600_000;
const AREA_AT_ONE_SQUARE_METERS = 328e6;
const SMALLEST_SCALE = 0.005;
const LARGEST_SCALE = 20;

/** The frame of a city of `scale`; refuses scales below a village and above what benches need. */
export function frameOf(scale: number, seed: number): Frame {
  if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
    return fail('pipeline.demo.scale', {
      found: String(scale),
      expected: `${SMALLEST_SCALE} – ${LARGEST_SCALE}`,
    });
  }
  const cityRadius = Math.sqrt((AREA_AT_ONE_SQUARE_METERS * scale) / Math.PI);
  const belt = Math.min(2400, Math.max(900, cityRadius * 0.28));
  const domainRadius = cityRadius * 1.16 + belt;
  return {
    scale,
    seed,
    inhabitants: Math.round(INHABITANTS_AT_ONE * scale),
    cityRadius,
    domainRadius,
    halfMeters: Math.ceil((domainRadius + 300) / 100) * 100,
  };
}
