import type { LonLatBox } from '../../shared/coordinates.ts';
import { INDEX_NODE_SIZE } from './format.ts';

/** Four doubles (west, south, east, north) and a 64-bit offset. */
const NODE_BYTES = 40;

/** Node counts from the leaves (the features) up to the single root. */
function levelSizes(featureCount: number): number[] {
  const sizes = [featureCount];
  do {
    sizes.push(Math.ceil((sizes.at(-1) as number) / INDEX_NODE_SIZE));
  } while (sizes.at(-1) !== 1);
  return sizes;
}

/** Index of the first node of each level, leaves first; the root is node 0, the leaves come last. */
function levelStarts(sizes: readonly number[]): number[] {
  let end = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => {
    end -= size;
    return end;
  });
}

/** Bytes of the index over so many features; 0 for none. */
export function packedIndexBytes(featureCount: number): number {
  return featureCount === 0 ? 0 : levelSizes(featureCount).reduce((sum, size) => sum + size, 0) * NODE_BYTES;
}

/**
 * The packed R-tree of FlatGeobuf over features in file order: root first, leaves last, each inner node pointing at its first child's
 * index, each leaf at its feature's byte offset behind the index. `boxes` holds west, south, east, north per feature.
 */
export function buildPackedIndex(boxes: Float64Array, offsets: readonly number[]): Uint8Array {
  const sizes = levelSizes(offsets.length);
  const starts = levelStarts(sizes);
  const bytes = new Uint8Array(packedIndexBytes(offsets.length));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < offsets.length; i++) {
    const at = ((starts[0] as number) + i) * NODE_BYTES;
    for (let k = 0; k < 4; k++) view.setFloat64(at + k * 8, boxes[i * 4 + k] as number, true);
    view.setBigUint64(at + 32, BigInt(offsets[i] as number), true);
  }
  for (let level = 1; level < sizes.length; level++) {
    const childrenEnd = (starts[level - 1] as number) + (sizes[level - 1] as number);
    for (let i = 0; i < (sizes[level] as number); i++) {
      const firstChild = (starts[level - 1] as number) + i * INDEX_NODE_SIZE;
      const lastChild = Math.min(firstChild + INDEX_NODE_SIZE, childrenEnd);
      writeParent(view, (starts[level] as number) + i, firstChild, lastChild);
    }
  }
  return bytes;
}

function writeParent(view: DataView, node: number, firstChild: number, endChild: number): void {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (let child = firstChild; child < endChild; child++) {
    const at = child * NODE_BYTES;
    box[0] = Math.min(box[0], view.getFloat64(at, true));
    box[1] = Math.min(box[1], view.getFloat64(at + 8, true));
    box[2] = Math.max(box[2], view.getFloat64(at + 16, true));
    box[3] = Math.max(box[3], view.getFloat64(at + 24, true));
  }
  for (let k = 0; k < 4; k++) view.setFloat64(node * NODE_BYTES + k * 8, box[k] as number, true);
  view.setBigUint64(node * NODE_BYTES + 32, BigInt(firstChild), true);
}

/** A run of bytes, end exclusive. */
export interface ByteRun {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the features lie whose boxes share at least a point with `box`: one run per feature, in file order, counted from the end of
 * the index. `featuresLength` is the length of all features.
 */
export function searchPackedIndex(
  index: Uint8Array,
  featureCount: number,
  featuresLength: number,
  box: LonLatBox,
): ByteRun[] {
  if (featureCount === 0) return [];
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const sizes = levelSizes(featureCount);
  const starts = levelStarts(sizes);
  const firstLeaf = starts[0] as number;
  const found: ByteRun[] = [];
  const offsetOf = (node: number) => Number(view.getBigUint64(node * NODE_BYTES + 32, true));
  const visit = (level: number, node: number): void => {
    const at = node * NODE_BYTES;
    if (view.getFloat64(at, true) > box[2] || view.getFloat64(at + 8, true) > box[3]) return;
    if (view.getFloat64(at + 16, true) < box[0] || view.getFloat64(at + 24, true) < box[1]) return;
    if (level === 0) {
      const isLast = node + 1 === firstLeaf + featureCount;
      found.push({ start: offsetOf(node), end: isLast ? featuresLength : offsetOf(node + 1) });
      return;
    }
    const firstChild = offsetOf(node);
    const levelEnd = (starts[level - 1] as number) + (sizes[level - 1] as number);
    const endChild = Math.min(firstChild + INDEX_NODE_SIZE, levelEnd);
    for (let child = firstChild; child < endChild; child++) visit(level - 1, child);
  };
  visit(sizes.length - 1, 0);
  return found;
}
