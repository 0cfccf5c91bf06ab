import { cm, relaxLine, signedArea, type Vec } from './geometry.ts';
import { cellX, cellY, type Raster } from './raster.ts';

/** Where a contour enters and leaves a cell by the signs of its four corners (south-west, south-east, north-east, north-west). */
const CROSSINGS: readonly (readonly [from: number, to: number][])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/**
 * Closed lines along which a raster is 0 (marching squares), smoothed; the positive side lies to the left or right consistently.
 * Rings smaller than `smallest` square metres are left out. Values at the raster's edge must be negative.
 */
export function contourRings(raster: Raster, smallest: number): Vec[][] {
  const { size, values } = raster;
  const next = new Map<number, number>();
  const side = (row: number, column: number, k: number) => {
    if (k === 0) return 2 * (row * size + column);
    if (k === 1) return 2 * (row * size + column + 1) + 1;
    if (k === 2) return 2 * ((row + 1) * size + column);
    return 2 * (row * size + column) + 1;
  };
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const i = row * size + column;
      const code =
        (values[i]! > 0 ? 1 : 0) |
        (values[i + 1]! > 0 ? 2 : 0) |
        (values[i + size + 1]! > 0 ? 4 : 0) |
        (values[i + size]! > 0 ? 8 : 0);
      for (const [from, to] of CROSSINGS[code]!) next.set(side(row, column, from), side(row, column, to));
    }
  }
  const point = (key: number): Vec => {
    const i = key >> 1;
    const j = key % 2 === 0 ? i + 1 : i + size;
    const a = values[i]!;
    const t = Math.min(0.95, Math.max(0.05, a / (a - values[j]!)));
    const x = cellX(raster, i);
    const y = cellY(raster, i);
    return key % 2 === 0 ? [x + t * raster.cell, y] : [x, y + t * raster.cell];
  };
  const rings: Vec[][] = [];
  for (const start of [...next.keys()]) {
    if (!next.has(start)) continue;
    const ring: Vec[] = [];
    for (let key: number | undefined = start; key !== undefined && next.has(key); ) {
      const following: number = next.get(key)!;
      next.delete(key);
      ring.push(point(key));
      key = following;
    }
    if (ring.length < 8 || Math.abs(signedArea(ring)) < smallest) continue;
    rings.push(smoothRing(ring));
  }
  return rings;
}

function smoothRing(ring: readonly Vec[]): Vec[] {
  const turn = [ring[ring.length - 2]!, ring[ring.length - 1]!, ...ring, ring[0]!, ring[1]!];
  const smooth = relaxLine(turn, 4).slice(2, -2);
  const thin: Vec[] = [];
  for (const [x, y] of smooth) {
    const last = thin[thin.length - 1];
    if (last && (last[0] - x) * (last[0] - x) + (last[1] - y) * (last[1] - y) < 42 * 42) continue;
    thin.push([cm(x), cm(y)]);
  }
  return thin;
}
