const BITS = 16;

/**
 * Position along a Hilbert curve over a square of 65,536 × 65,536 cells: near in the plane ⇒ mostly near in memory.
 * `x` and `y` are whole numbers 0–65,535; the result is a whole number below 2^32. Method: the xy2d rotation of Hilbert's construction.
 */
export function hilbertIndex(x: number, y: number): number {
  let index = 0;
  for (let side = 1 << (BITS - 1); side > 0; side >>>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    index = index * 4 + ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = 65_535 - x;
        y = 65_535 - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
  }
  return index;
}

/**
 * The order of points along a Hilbert curve over their bounding square. Ties break by x, then y, then index, so that the same points
 * always come in the same order. `x[i]`, `y[i]` in any unit; returns indices into them. O(n log n).
 */
export function hilbertOrder(x: Int32Array, y: Int32Array): Uint32Array {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < x.length; i++) {
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const side = Math.max(1, maxX - minX, maxY - minY);
  const key = new Float64Array(x.length);
  const order = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    key[i] = hilbertIndex(Math.floor(((x[i]! - minX) * 65_535) / side), Math.floor(((y[i]! - minY) * 65_535) / side));
    order[i] = i;
  }
  return order.sort((a, b) => key[a]! - key[b]! || x[a]! - x[b]! || y[a]! - y[b]! || a - b);
}
