import { type Frame, SHEET_MARGIN } from './frame.ts';
import { distance, type Line, type Vec } from './geometry.ts';
import type { MainRoad } from './main-roads.ts';
import { fractal, smoothStep } from './noise.ts';
import type { Nucleus, NucleusKind } from './nuclei.ts';
import type { Railways } from './rail.ts';
import { cellAt, cellX, cellY, createRaster, fillRaster, nearestRaster, type Raster, sampleRaster } from './raster.ts';
import { borderRadius, CELL_METERS, type Terrain } from './terrain.ts';

/** What the ground is used for before streets are laid. Settled zones carry the kind of their centre. */
export type Zone = NucleusKind | 'field' | 'forest' | 'water' | 'away';

export interface LandUse {
  /** Positive where it is built up. */
  readonly settled: Raster;
  /** Positive in the woods. */
  readonly forest: Raster;
  zoneAt(x: number, y: number): Zone;
}

/** Shares of the city's area. */
const SETTLED_SHARE = 0.52;
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

function pointsOf(lines: readonly Line[]): Vec[] {
  return lines.flat();
}

interface Inputs {
  readonly frame: Frame;
  readonly terrain: Terrain;
  readonly nuclei: readonly Nucleus[];
}

function distanceFromCentre(raster: Raster, i: number): number {
  const x = cellX(raster, i);
  const y = cellY(raster, i);
  return Math.sqrt(x * x + y * y);
}

function insideCity({ frame, terrain }: Inputs, raster: Raster): Uint8Array {
  return Uint8Array.from(raster.values, (_, i) =>
    distanceFromCentre(raster, i) < borderRadius(frame, terrain, cellX(raster, i), cellY(raster, i)) ? 1 : 0,
  );
}

/** Shifts a raster so that `share` of the city's cells are positive. */
function cutAtShare(raster: Raster, inside: Uint8Array, share: number, scale: number): void {
  const within: number[] = [];
  raster.values.forEach((value, i) => {
    if (inside[i]) within.push(value);
  });
  const level = thresholdFor(within, within.length * share);
  for (let i = 0; i < raster.values.length; i++) raster.values[i] = (raster.values[i]! - level) * scale;
}

/** Where people want to build, before streets: positive on the best part of the city's land; with the kind of centre they belong to. */
export interface Plan {
  readonly wish: Raster;
  zoneAt(x: number, y: number): Zone | null;
}

/** Plans where streets may grow: near centres and roads, not on steep or wet land nor by the motorway. */
export function planSettlement(inputs: Inputs, roads: readonly MainRoad[], rail: Railways, motorway: Line): Plan {
  const { frame, terrain, nuclei } = inputs;
  const half = frame.halfMeters;
  const roadDistance = nearestRaster(half, CELL_METERS, pointsOf(roads.map((r) => r.line))).distance;
  const motorwayDistance = nearestRaster(half, CELL_METERS, motorway).distance;
  const railDistance = nearestRaster(half, CELL_METERS, pointsOf(rail.lines)).distance;
  const pull = pullOfNuclei(frame, terrain, nuclei);
  const wish = fillRaster(half, CELL_METERS, (x, y) => {
    const far = Math.sqrt(x * x + y * y);
    const core = 0.55 * (1 - smoothStep(0.12 * frame.cityRadius, 0.42 * frame.cityRadius, far));
    const steep = 5.5 * Math.max(0, sampleRaster(terrain.slope, x, y) - 0.05);
    return core - steep + 0.13 * fractal(terrain.noise, x, y, 800);
  });
  const values = wish.values;
  for (let i = 0; i < values.length; i++) {
    const road = 0.2 * (1 - smoothStep(60, 330, roadDistance.values[i]!));
    const wet = terrain.riverDistance.values[i]! < 100 ? 1.5 : 0;
    const loud = motorwayDistance.values[i]! < 130 ? 1.5 : 0;
    values[i]! += pull.strength.values[i]! + road - wet - loud;
    if (distanceFromCentre(wish, i) > frame.domainRadius - 200) values[i] = -2;
  }
  cutAtShare(wish, insideCity(inputs, wish), SETTLED_SHARE, 400);
  const zoneOf = (i: number): Zone => {
    const nucleus = nuclei[pull.strongest[i]!];
    const far = distanceFromCentre(wish, i);
    const x = cellX(wish, i);
    const y = cellY(wish, i);
    if (nucleus?.kind === 'old-town') {
      const old = 430 * Math.min(1.2, Math.sqrt(Math.sqrt(frame.scale)));
      if (far < old) return 'old-town';
      return far < 1100 * terrain.stretch ? 'founder' : frame.scale < 0.02 ? 'village' : 'rows';
    }
    const flat = terrain.slope.values[i]! < 0.05;
    const busy = railDistance.values[i]! < 330 && far > 0.25 * frame.cityRadius;
    if (flat && busy && nucleus?.kind !== 'founder' && terrain.noise(x, y, 1500) > -0.12) return 'industry';
    const mixed = nucleus?.kind === 'village' && distance(nucleus.at, [x, y]) > (nucleus.inside ? 240 : 300);
    if (!mixed) return nucleus?.kind ?? 'garden';
    return terrain.slope.values[i]! > 0.08 ? 'villa' : terrain.noise(x + 333, y - 888, 900) > 0.25 ? 'rows' : 'garden';
  };
  return {
    wish,
    zoneAt: (x, y) => (sampleRaster(wish, x, y) > 0 ? zoneOf(cellAt(wish, x, y)) : null),
  };
}

function isOnSheet(frame: Frame, x: number, y: number): boolean {
  return Math.max(Math.abs(x), Math.abs(y)) < frame.halfMeters - SHEET_MARGIN;
}

/** Settles what the land has become once streets are laid: built up near them, wood on high and steep ground, open elsewhere. */
export function settleLandUse(inputs: Inputs, plan: Plan, streetPoints: readonly Vec[], motorway: Line): LandUse {
  const { frame, terrain } = inputs;
  const half = frame.halfMeters;
  const streetDistance = nearestRaster(half, CELL_METERS, streetPoints).distance;
  const settled = createRaster(half, CELL_METERS);
  for (let i = 0; i < settled.values.length; i++) {
    settled.values[i] = Math.min(plan.wish.values[i]! + 45, 66 - streetDistance.values[i]!);
  }
  const settledPoints: Vec[] = [];
  settled.values.forEach((value, i) => {
    if (value > 0) settledPoints.push([cellX(settled, i), cellY(settled, i)]);
  });
  const settledDistance = nearestRaster(half, CELL_METERS, settledPoints).distance;
  const motorwayDistance = nearestRaster(half, CELL_METERS, motorway).distance;
  const patch = 2500 * Math.max(0.32, terrain.stretch);
  const forest = fillRaster(half, CELL_METERS, (x, y) => {
    const high = (sampleRaster(terrain.height, x, y) - 240) / 170;
    const steep = 6 * sampleRaster(terrain.slope, x, y);
    return (
      0.5 * high + steep + 0.8 * fractal(terrain.noise, x + 7100, y + 4400, patch) - 0.2 * terrain.noise(x, y, 420)
    );
  });
  for (let i = 0; i < forest.values.length; i++) {
    const near = settledDistance.values[i]! < 75 || motorwayDistance.values[i]! < 60;
    const wet = terrain.riverDistance.values[i]! < 190;
    const away = !isOnSheet(frame, cellX(forest, i), cellY(forest, i));
    if (near || wet || away) forest.values[i] = -9;
  }
  cutAtShare(forest, insideCity(inputs, forest), FOREST_SHARE, 600);
  for (let i = 0; i < forest.values.length; i++) forest.values[i] = Math.max(-100, forest.values[i]!);
  return {
    settled,
    forest,
    zoneAt(x, y) {
      if (sampleRaster(terrain.riverDistance, x, y) < 45) return 'water';
      if (sampleRaster(settled, x, y) > 0) return plan.zoneAt(x, y) ?? 'garden';
      if (sampleRaster(forest, x, y) > 0) return 'forest';
      return isOnSheet(frame, x, y) ? 'field' : 'away';
    },
  };
}
