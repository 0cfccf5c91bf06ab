import { HILBERT_MAX, hilbertIndex } from '../../shared/geometry/hilbert.ts';

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
    key[i] = hilbertIndex(
      Math.floor(((x[i]! - minX) * HILBERT_MAX) / side),
      Math.floor(((y[i]! - minY) * HILBERT_MAX) / side),
    );
    order[i] = i;
  }
  return order.sort((a, b) => key[a]! - key[b]! || x[a]! - x[b]! || y[a]! - y[b]! || a - b);
}
