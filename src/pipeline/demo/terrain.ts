import type { Random } from '../../shared/random.ts';
import type { Frame } from './frame.ts';
import { COMPASS, cm, curveThrough, distance, type Line, type Vec } from './geometry.ts';
import { createNoise, fractal, type Noise, smoothStep } from './noise.ts';
import { fillRaster, nearestRaster, type Raster, sampleRaster } from './raster.ts';

/** The lie of the land: a river in its valley, brooks in side valleys, hills beside. */
export interface Terrain {
  readonly noise: Noise;
  /** Centre line of the river, through the whole domain. */
  readonly river: Line;
  /** Half the river's width at each vertex of its line. */
  readonly riverHalfWidths: readonly number[];
  readonly brooks: readonly Line[];
  readonly height: Raster;
  /** Rise per metre. */
  readonly slope: Raster;
  readonly riverDistance: Raster;
  readonly brookDistance: Raster;
  /** How far things are stretched on the ground: 1 in a large city, less in a village. */
  readonly stretch: number;
}

/** Side length of the cells of all rasters but the ways'. */
export const CELL_METERS = 50;

const VALLEY_AXES: readonly Vec[] = [
  [-0.8, 0.6],
  [-0.96, 0.28],
  [-0.6, 0.8],
];

function createRiver(frame: Frame, noise: Noise, axis: Vec, stretch: number): Line {
  const long = 6200 * stretch;
  const short = 2100 * stretch;
  const lateral = (t: number) => 0.3 * long * noise(t, 17, long) + 0.17 * short * noise(t, 5017, short);
  const pass = 430 * stretch - lateral(0);
  const reach = frame.halfMeters * 1.6;
  const points: Vec[] = [];
  const step = 200 * stretch;
  for (let t = -reach; t <= reach; t += step) {
    const aside = lateral(t) + pass;
    points.push([cm(axis[0] * t - axis[1] * aside), cm(axis[1] * t + axis[0] * aside)]);
  }
  return curveThrough(points, 30);
}

/** Brooks run from the hills into the river; they alternate between its sides. */
function createBrooks(frame: Frame, noise: Noise, river: Line, random: Random, stretch: number): Line[] {
  const inside = river.filter((p) => distance(p, [0, 0]) < frame.domainRadius);
  const spacing = Math.max(12, Math.round((3300 * stretch) / 30));
  const brooks: Line[] = [];
  for (let i = Math.floor(spacing / 2), k = 0; i + 2 < inside.length; i += spacing, k++) {
    const mouth = inside[i]!;
    const next = inside[i + 1]!;
    const length = distance(mouth, next);
    const side = k % 2 === 0 ? 1 : -1;
    const across: Vec = [(-side * (next[1] - mouth[1])) / length, (side * (next[0] - mouth[0])) / length];
    const upstream = random.between(0.1, 0.7);
    const reach = random.between(2600, 6500) * stretch;
    const points: Vec[] = [];
    for (let t = 0; t <= reach; t += 160 * stretch) {
      const sway = smoothStep(0, 600 * stretch, t) * 260 * stretch * noise(t, 900 * k + 77, 900 * stretch);
      points.push([
        mouth[0] + across[0] * t - across[1] * (sway * side) - (upstream * t * (next[0] - mouth[0])) / length,
        mouth[1] + across[1] * t + across[0] * (sway * side) - (upstream * t * (next[1] - mouth[1])) / length,
      ]);
    }
    brooks.push(curveThrough(points, 35));
  }
  return brooks;
}

function slopeOf(height: Raster): Raster {
  const { size, values, cell } = height;
  const slope = new Float32Array(values.length);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const west = values[row * size + Math.max(0, column - 1)]!;
      const east = values[row * size + Math.min(size - 1, column + 1)]!;
      const south = values[Math.max(0, row - 1) * size + column]!;
      const north = values[Math.min(size - 1, row + 1) * size + column]!;
      const dx = (east - west) / (2 * cell);
      const dy = (north - south) / (2 * cell);
      slope[row * size + column] = Math.sqrt(dx * dx + dy * dy);
    }
  }
  return { ...height, values: slope };
}

/** Makes the land of a city. */
export function createTerrain(frame: Frame, random: Random): Terrain {
  const noise = createNoise(random.below(2 ** 31));
  const stretch = Math.min(1.25, Math.max(0.2, Math.sqrt(frame.scale)));
  const river = createRiver(frame, noise, random.pick(VALLEY_AXES), stretch);
  const brooks = createBrooks(frame, noise, river, random, stretch);
  const half = frame.halfMeters;
  const riverDistance = nearestRaster(half, CELL_METERS, river).distance;
  const brookDistance = nearestRaster(half, CELL_METERS, brooks.flat()).distance;
  const height = fillRaster(half, CELL_METERS, (x, y) => {
    const far = Math.sqrt(x * x + y * y);
    const basin = 1000 * (1 - smoothStep(1500 * stretch, 5200 * stretch, far));
    const floor = (650 + 420 * noise(x, y, 4300 * stretch) + basin) * stretch;
    const aside = sampleRaster(riverDistance, x, y);
    const hill = smoothStep(floor * 0.55, floor + 1500 * stretch, aside);
    const ridge =
      150 * (0.8 + 0.35 * noise(x + 71, y - 13, 5200 * stretch)) + 42 * fractal(noise, x, y, 1900 * stretch);
    const carve = 0.55 * (1 - smoothStep(40, 760 * stretch, sampleRaster(brookDistance, x, y)));
    return 170 + hill * ridge * (1 - carve) * Math.max(0.4, stretch);
  });
  const wide = 30 * Math.min(1.8, Math.sqrt(Math.sqrt(frame.scale)));
  const riverHalfWidths = river.map((p, i) =>
    cm(wide * (1 + 0.16 * noise(i * 30, 31, 700) + 0.08 * noise(p[0], p[1], 230))),
  );
  return {
    noise,
    river,
    riverHalfWidths,
    brooks,
    height,
    slope: slopeOf(height),
    riverDistance,
    brookDistance,
    stretch,
  };
}

/** Radius of the city in a direction: a circle that bulges. `x`, `y` need not be normalised. */
export function borderRadius(frame: Frame, terrain: Terrain, x: number, y: number): number {
  const length = Math.sqrt(x * x + y * y) || 1;
  const around = (wavelength: number) =>
    terrain.noise((x / length) * 100 + 4000, (y / length) * 100 - 2500, wavelength);
  return frame.cityRadius * (1 + 0.15 * around(75) + 0.022 * around(14) + 0.006 * around(4));
}

/** Points on circles for roads around the city, sixteen a circle. */
export function circlePoints(radius: number, wobble: (k: number) => number): Vec[] {
  return COMPASS.map(([x, y], k) => [x * radius * wobble(k), y * radius * wobble(k)]);
}
