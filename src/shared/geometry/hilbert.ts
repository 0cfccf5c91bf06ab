const BITS = 16;

/** Largest coordinate of the grid the curve runs through. */
export const HILBERT_MAX = (1 << BITS) - 1;

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
        x = HILBERT_MAX - x;
        y = HILBERT_MAX - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
  }
  return index;
}
