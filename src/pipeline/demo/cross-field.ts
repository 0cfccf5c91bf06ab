import { type Line, pointsAlong, type Vec } from './geometry.ts';
import { createRaster, type Raster, sampleRaster } from './raster.ts';
import { CELL_METERS, type Terrain } from './terrain.ts';

/** Which two directions, at right angles, streets take at a place. Kept as the fourth power of a unit complex number, which has no sign or side. */
export interface CrossField {
  readonly real: Raster;
  readonly imaginary: Raster;
}

/** The direction of the field at a point that is nearest to (dx, dy); turned by `turn` = tan of half the angle. */
export function directionAt(field: CrossField, x: number, y: number, dx: number, dy: number, turn = 0): Vec {
  const re = sampleRaster(field.real, x, y);
  const im = sampleRaster(field.imaginary, x, y);
  const size = Math.sqrt(re * re + im * im);
  if (size < 1e-6) return [dx, dy];
  const [c2, s2] = halfAngle(re / size, im / size);
  const [c, s] = halfAngle(c2, s2);
  const full = 1 + turn * turn;
  const tc = (1 - turn * turn) / full;
  const ts = (2 * turn) / full;
  const ax = c * tc - s * ts;
  const ay = s * tc + c * ts;
  const along = ax * dx + ay * dy;
  const aside = ax * dy - ay * dx;
  if (Math.abs(along) >= Math.abs(aside)) return along >= 0 ? [ax, ay] : [-ax, -ay];
  return aside >= 0 ? [-ay, ax] : [ay, -ax];
}

function halfAngle(c: number, s: number): Vec {
  const half = Math.sqrt(Math.max(0, (1 + c) / 2));
  if (half < 1e-9) return [0, 1];
  return [half, s / (2 * half)];
}

/** Where streets run: along the nearest main roads, river and railway, along the slope where it is steep. */
export function createCrossField(
  half: number,
  terrain: Terrain,
  guides: readonly { line: Line; weight: number }[],
): CrossField {
  const real = createRaster(half, CELL_METERS);
  const imaginary = createRaster(half, CELL_METERS);
  const { size, cell, low } = real;
  const reach = 620;
  for (const { line, weight } of guides) {
    for (const { at, tangent } of pointsAlong(line, 60)) {
      const [c, s] = fourthPower(tangent[0], tangent[1]);
      const first = (v: number) => Math.max(0, Math.ceil((v - reach - low) / cell - 0.5));
      const last = (v: number) => Math.min(size - 1, Math.floor((v + reach - low) / cell - 0.5));
      for (let row = first(at[1]); row <= last(at[1]); row++) {
        const dy = low + (row + 0.5) * cell - at[1];
        for (let column = first(at[0]); column <= last(at[0]); column++) {
          const dx = low + (column + 0.5) * cell - at[0];
          const squared = dx * dx + dy * dy;
          if (squared > reach * reach) continue;
          const near = 1 / (1 + squared / 9000);
          const pull = weight * near * near;
          real.values[row * size + column]! += pull * c;
          imaginary.values[row * size + column]! += pull * s;
        }
      }
    }
  }
  addSlopes(terrain, real, imaginary);
  smooth(real, 6);
  smooth(imaginary, 6);
  return { real, imaginary };
}

function fourthPower(x: number, y: number): Vec {
  const c2 = x * x - y * y;
  const s2 = 2 * x * y;
  return [c2 * c2 - s2 * s2, 2 * c2 * s2];
}

function addSlopes(terrain: Terrain, real: Raster, imaginary: Raster): void {
  const { size, cell } = real;
  const height = terrain.height.values;
  for (let row = 1; row < size - 1; row++) {
    for (let column = 1; column < size - 1; column++) {
      const i = row * size + column;
      const gx = (height[i + 1]! - height[i - 1]!) / (2 * cell);
      const gy = (height[i + size]! - height[i - size]!) / (2 * cell);
      const steep = gx * gx + gy * gy;
      const length = Math.sqrt(steep);
      if (length < 1e-4) {
        real.values[i]! += 0.002;
        continue;
      }
      const [c, s] = fourthPower(-gy / length, gx / length);
      const weight = Math.min(1.5, 90 * steep) + 0.004;
      real.values[i]! += weight * c;
      imaginary.values[i]! += weight * s;
    }
  }
}

/** Averages each cell with its four neighbours. */
function smooth(raster: Raster, rounds: number): void {
  const { size, values } = raster;
  const before = new Float32Array(values.length);
  for (let round = 0; round < rounds; round++) {
    before.set(values);
    for (let row = 1; row < size - 1; row++) {
      for (let column = 1; column < size - 1; column++) {
        const i = row * size + column;
        values[i] = (2 * before[i]! + before[i - 1]! + before[i + 1]! + before[i - size]! + before[i + size]!) / 6;
      }
    }
  }
}
