import type { Frame } from './frame.ts';
import type { Line, Vec } from './geometry.ts';
import type { MainRoad } from './main-roads.ts';
import { fractal, smoothStep } from './noise.ts';
import type { Nucleus, NucleusKind } from './nuclei.ts';
import type { Railways } from './rail.ts';
import { cellX, cellY, createRaster, fillRaster, nearestRaster, type Raster, sampleRaster } from './raster.ts';
import { borderRadius, CELL_METERS, type Terrain } from './terrain.ts';

/** What the ground is used for before streets are laid. Settled zones carry the kind of their centre. */
export type Zone = NucleusKind | 'field' | 'forest' | 'water' | 'away';

export const ZONES: readonly Zone[] = [
  'away',
  'water',
  'field',
  'forest',
  'old-town',
  'founder',
  'rows',
  'garden',
  'villa',
  'slab',
  'village',
  'industry',
];

export interface LandUse {
  /** Positive where people build, in about metres from the edge of the settlement. */
  readonly settled: Raster;
  /** Positive in the woods. */
  readonly forest: Raster;
  /** Index into {@link ZONES} per cell. */
  readonly zones: Uint8Array;
  zoneAt(x: number, y: number): Zone;
}

/** Shares of the city's area. */
const SETTLED_SHARE = 0.6;
const FOREST_SHARE = 0.2;

interface Pull {
  readonly strength: Raster;
  /** Nucleus that pulls hardest, per cell. */
  readonly strongest: Int32Array;
}

function pullOfNuclei(frame: Frame, terrain: Terrain, nuclei: readonly Nucleus[]): Pull {
  const strength = createRaster(frame.halfMeters, CELL_METERS);
  const strongest = new Int32Array(strength.values.length).fill(-1);
  const best = new Float32Array(strength.values.length);
  nuclei.forEach((n, k) => {
    const reach = n.reach * 1.55;
    const { low, cell, size } = strength;
    const margin = reach + 250;
    const first = (v: number) => Math.max(0, Math.floor((v - margin - low) / cell));
    const last = (v: number) => Math.min(size - 1, Math.ceil((v + margin - low) / cell));
    for (let row = first(n.at[1]); row <= last(n.at[1]); row++) {
      for (let column = first(n.at[0]); column <= last(n.at[0]); column++) {
        const i = row * size + column;
        const x = cellX(strength, i);
        const y = cellY(strength, i);
        const dx = x + 170 * terrain.noise(x, y, 640) - n.at[0];
        const dy = y + 170 * terrain.noise(x + 5000, y, 640) - n.at[1];
        const share = (dx * dx + dy * dy) / (reach * reach);
        if (share >= 1.6) continue;
        const pull = share < 1 ? (1 - share) * (1 - share) : 0;
        strength.values[i]! += pull;
        const rank = 2 - share;
        if (rank > best[i]!) {
          best[i] = rank;
          strongest[i] = k;
        }
      }
    }
  });
  return { strength, strongest };
}

/** The value that the given share of `area` cells exceeds. */
function thresholdFor(values: readonly number[], count: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, sorted.length - 1 - Math.round(count))] ?? 0;
}

function points(lines: readonly Line[]): Vec[] {
  return lines.flat();
}

/** Decides what land is built on, what is wood and what stays open. */
export function createLandUse(
  frame: Frame,
  terrain: Terrain,
  nuclei: readonly Nucleus[],
  roads: readonly MainRoad[],
  rail: Railways,
  motorway: Line,
): LandUse {
  const half = frame.halfMeters;
  const roadDistance = nearestRaster(half, CELL_METERS, points(roads.map((r) => r.line))).distance;
  const motorwayDistance = nearestRaster(half, CELL_METERS, motorway).distance;
  const railDistance = nearestRaster(half, CELL_METERS, points(rail.lines)).distance;
  const pull = pullOfNuclei(frame, terrain, nuclei);
  const inside = new Uint8Array(pull.strength.values.length);
  let cityCells = 0;
  const wish = fillRaster(half, CELL_METERS, (x, y) => {
    const far = Math.sqrt(x * x + y * y);
    const core = 0.55 * (1 - smoothStep(0.12 * frame.cityRadius, 0.42 * frame.cityRadius, far));
    const road = 0.2 * (1 - smoothStep(60, 330, sampleRaster(roadDistance, x, y)));
    const steep = 5.5 * Math.max(0, sampleRaster(terrain.slope, x, y) - 0.05);
    const wet = sampleRaster(terrain.riverDistance, x, y) < 120 ? 1.5 : 0;
    const loud = sampleRaster(motorwayDistance, x, y) < 130 ? 1.5 : 0;
    return core + road - steep - wet - loud + 0.13 * fractal(terrain.noise, x, y, 800);
  });
  const rise = wish.values;
  for (let i = 0; i < rise.length; i++) {
    rise[i]! += pull.strength.values[i]!;
    const x = cellX(wish, i);
    const y = cellY(wish, i);
    const far = Math.sqrt(x * x + y * y);
    if (far < borderRadius(frame, terrain, x, y)) {
      inside[i] = 1;
      cityCells++;
    }
    if (far > frame.domainRadius - 200) rise[i] = -2;
  }
  const among = (raster: Raster) => [...raster.values].filter((_, i) => inside[i] === 1);
  const level = thresholdFor(among(wish), cityCells * SETTLED_SHARE);
  for (let i = 0; i < rise.length; i++) rise[i] = (rise[i]! - level) * 400;
  const settledPoints: Vec[] = [];
  for (let i = 0; i < rise.length; i++) if (rise[i]! > 0) settledPoints.push([cellX(wish, i), cellY(wish, i)]);
  const settledDistance = nearestRaster(half, CELL_METERS, settledPoints).distance;
  const forest = fillRaster(half, CELL_METERS, (x, y) => {
    const high = (sampleRaster(terrain.height, x, y) - 240) / 170;
    const steep = 6 * sampleRaster(terrain.slope, x, y);
    return 0.5 * high + steep + 0.8 * fractal(terrain.noise, x + 7100, y + 4400, 2500) - 0.2 * terrain.noise(x, y, 420);
  });
  for (let i = 0; i < rise.length; i++) {
    const away = cellX(wish, i) ** 2 + cellY(wish, i) ** 2 > (frame.domainRadius - 60) ** 2;
    if (
      away ||
      settledDistance.values[i]! < 90 ||
      terrain.riverDistance.values[i]! < 190 ||
      motorwayDistance.values[i]! < 60
    ) {
      forest.values[i] = -9;
    }
  }
  const wood = thresholdFor(among(forest), cityCells * FOREST_SHARE);
  for (let i = 0; i < rise.length; i++) {
    forest.values[i] = Math.max(-1, (forest.values[i]! - wood) * 6) * 100;
  }
  const zones = new Uint8Array(rise.length);
  for (let i = 0; i < rise.length; i++) {
    zones[i] = ZONES.indexOf(zoneOf(i));
  }
  function zoneOf(i: number): Zone {
    if (terrain.riverDistance.values[i]! < 45) return 'water';
    if (rise[i]! > 0) {
      const nucleus = nuclei[pull.strongest[i]!];
      const far = Math.sqrt(cellX(wish, i) ** 2 + cellY(wish, i) ** 2);
      if (nucleus?.kind === 'old-town')
        return far < 430 * Math.min(1.2, Math.sqrt(Math.sqrt(frame.scale)))
          ? 'old-town'
          : far < 1000 * terrain.stretch
            ? 'founder'
            : frame.scale < 0.02
              ? 'village'
              : 'rows';
      if (nucleus?.kind === 'village' && distanceTo(nucleus, i) > 360) return gardenOrRows(i);
      const flat = terrain.slope.values[i]! < 0.05;
      if (
        nucleus?.kind !== 'founder' &&
        flat &&
        railDistance.values[i]! < 260 &&
        far > 0.25 * frame.cityRadius &&
        terrain.noise(cellX(wish, i), cellY(wish, i), 1500) > 0.1
      )
        return 'industry';
      return nucleus?.kind ?? 'garden';
    }
    if (forest.values[i]! > 0) return 'forest';
    return inside[i] || Math.sqrt(cellX(wish, i) ** 2 + cellY(wish, i) ** 2) < frame.domainRadius ? 'field' : 'away';
  }
  function distanceTo(n: Nucleus, i: number): number {
    return Math.sqrt((cellX(wish, i) - n.at[0]) ** 2 + (cellY(wish, i) - n.at[1]) ** 2);
  }
  function gardenOrRows(i: number): Zone {
    const chance = terrain.noise(cellX(wish, i) + 333, cellY(wish, i) - 888, 900);
    return terrain.slope.values[i]! > 0.08 ? 'villa' : chance > 0.25 ? 'rows' : 'garden';
  }
  return {
    settled: wish,
    forest,
    zones,
    zoneAt(x, y) {
      const column = Math.floor((x - wish.low) / wish.cell);
      const row = Math.floor((y - wish.low) / wish.cell);
      if (column < 0 || row < 0 || column >= wish.size || row >= wish.size) return 'away';
      return ZONES[zones[row * wish.size + column]!]!;
    },
  };
}
