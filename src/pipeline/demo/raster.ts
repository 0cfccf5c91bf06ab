/** A square raster of numbers around the city's centre; row 0 at the south. */
export interface Raster {
  readonly cell: number;
  readonly size: number;
  /** Coordinate of the west (and south) edge. */
  readonly low: number;
  readonly values: Float32Array;
}

/** An empty raster that reaches `half` metres to each side. */
export function createRaster(half: number, cell: number): Raster {
  const size = Math.ceil((2 * half) / cell);
  return { cell, size, low: -half, values: new Float32Array(size * size) };
}

/** A raster filled by a function of the cell centres. */
export function fillRaster(half: number, cell: number, value: (x: number, y: number) => number): Raster {
  const raster = createRaster(half, cell);
  for (let row = 0, i = 0; row < raster.size; row++) {
    const y = raster.low + (row + 0.5) * cell;
    for (let column = 0; column < raster.size; column++, i++) {
      raster.values[i] = value(raster.low + (column + 0.5) * cell, y);
    }
  }
  return raster;
}

/** Index of the cell that holds a point, clamped to the raster. */
export function cellAt(raster: Raster, x: number, y: number): number {
  const last = raster.size - 1;
  const column = Math.min(last, Math.max(0, Math.floor((x - raster.low) / raster.cell)));
  const row = Math.min(last, Math.max(0, Math.floor((y - raster.low) / raster.cell)));
  return row * raster.size + column;
}

export function cellX(raster: Raster, index: number): number {
  return raster.low + ((index % raster.size) + 0.5) * raster.cell;
}

export function cellY(raster: Raster, index: number): number {
  return raster.low + (Math.floor(index / raster.size) + 0.5) * raster.cell;
}

/** Value between the cell centres, bilinear, clamped at the edge. */
export function sampleRaster(raster: Raster, x: number, y: number): number {
  const last = raster.size - 1;
  const u = Math.min(last, Math.max(0, (x - raster.low) / raster.cell - 0.5));
  const v = Math.min(last, Math.max(0, (y - raster.low) / raster.cell - 0.5));
  const column = Math.min(last - 1, Math.floor(u));
  const row = Math.min(last - 1, Math.floor(v));
  const fu = u - column;
  const fv = v - row;
  const i = row * raster.size + column;
  const values = raster.values;
  const south = values[i]! + (values[i + 1]! - values[i]!) * fu;
  const j = i + raster.size;
  const north = values[j]! + (values[j + 1]! - values[j]!) * fu;
  return south + (north - south) * fv;
}

/** For each cell the index of the (nearly) nearest point and the distance to it. */
export interface NearestRaster {
  readonly distance: Raster;
  readonly nearest: Int32Array;
}

/**
 * Distance from each cell centre to the nearest of many points, by two sweeps that hand the nearest point on to the neighbours
 * (Danielsson 1980). Exact but for a few cells, where the error stays below one cell.
 */
export function nearestRaster(
  half: number,
  cell: number,
  points: readonly (readonly [number, number])[],
): NearestRaster {
  const raster = createRaster(half, cell);
  const { size, values } = raster;
  const nearest = new Int32Array(size * size).fill(-1);
  const px = Float64Array.from(points, (p) => p[0]);
  const py = Float64Array.from(points, (p) => p[1]);
  values.fill(1e9);
  const offer = (index: number, x: number, y: number, candidate: number) => {
    if (candidate < 0 || candidate === nearest[index]) return;
    const dx = x - px[candidate]!;
    const dy = y - py[candidate]!;
    const distance = Math.fround(Math.sqrt(dx * dx + dy * dy));
    if (distance < values[index]!) {
      values[index] = distance;
      nearest[index] = candidate;
    }
  };
  for (let k = 0; k < px.length; k++) {
    if (Math.abs(px[k]!) >= half || Math.abs(py[k]!) >= half) continue;
    const i = cellAt(raster, px[k]!, py[k]!);
    offer(i, cellX(raster, i), cellY(raster, i), k);
  }
  for (const step of [1, -1]) sweepRows(raster, nearest, step, offer);
  return { distance: raster, nearest };
}

/** Hands the nearest points on along the rows: from the row before, then from both sides. */
function sweepRows(
  raster: Raster,
  nearest: Int32Array,
  step: number,
  offer: (index: number, x: number, y: number, candidate: number) => void,
): void {
  const { size, low, cell } = raster;
  for (let r = 0, row = step === 1 ? 0 : size - 1; r < size; r++, row += step) {
    const y = low + (row + 0.5) * cell;
    const start = row * size;
    const behind = row - step;
    if (behind >= 0 && behind < size) {
      for (let column = 0, from = behind * size; column < size; column++, from++) {
        const x = low + (column + 0.5) * cell;
        offer(start + column, x, y, nearest[from]!);
        if (column > 0) offer(start + column, x, y, nearest[from - 1]!);
        if (column + 1 < size) offer(start + column, x, y, nearest[from + 1]!);
      }
    }
    for (let i = start + 1; i < start + size; i++) offer(i, low + (i - start + 0.5) * cell, y, nearest[i - 1]!);
    for (let i = start + size - 2; i >= start; i--) offer(i, low + (i - start + 0.5) * cell, y, nearest[i + 1]!);
  }
}
