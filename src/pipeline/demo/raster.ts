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
  values.fill(1e9);
  const offer = (index: number, candidate: number) => {
    if (candidate < 0 || candidate === nearest[index]) return;
    const [px, py] = points[candidate]!;
    const dx = cellX(raster, index) - px;
    const dy = cellY(raster, index) - py;
    const distance = Math.fround(Math.sqrt(dx * dx + dy * dy));
    if (distance < values[index]!) {
      values[index] = distance;
      nearest[index] = candidate;
    }
  };
  points.forEach(([x, y], k) => {
    if (Math.abs(x) < half && Math.abs(y) < half) offer(cellAt(raster, x, y), k);
  });
  const sweep = (step: 1 | -1) => {
    const first = step === 1 ? 0 : size - 1;
    for (let r = 0, row = first; r < size; r++, row += step) {
      const behind = row - step;
      for (let c = 0, column = first; c < size; c++, column += step) {
        const i = row * size + column;
        const left = column - step;
        if (left >= 0 && left < size) offer(i, nearest[row * size + left]!);
        if (behind < 0 || behind >= size) continue;
        for (let k = -1; k <= 1; k++) {
          const other = column + k;
          if (other >= 0 && other < size) offer(i, nearest[behind * size + other]!);
        }
      }
      for (let c = size - 2, column = size - 1 - first + -step; c >= 0; c--, column -= step) {
        offer(row * size + column, nearest[row * size + column + step]!);
      }
    }
  };
  sweep(1);
  sweep(-1);
  return { distance: raster, nearest };
}
