import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonsOf } from '../../../src/shared/geometry/area.ts';
import {
  edgesCross,
  edgesOf,
  edgesRunTogether,
  findInvalidity,
  nearPairs,
} from '../../../src/shared/geometry/find-invalidity.ts';
import { FRAME, rectangle } from './shapes.ts';

const ring = (west: number, south: number, east: number, north: number): Position[] =>
  (rectangle(west, south, east, north).coordinates as Position[][])[0]!;

describe('what is wrong with an area', () => {
  it('is nothing with a frame, parts that meet in a corner, and an island in a hole', () => {
    expect(findInvalidity(polygonsOf(FRAME))).toBeNull();
    expect(findInvalidity([[ring(0, 0, 1, 1)], [ring(1, 1, 2, 2)]])).toBeNull();
    expect(findInvalidity([[ring(0, 0, 6, 6), ring(1, 1, 5, 5)], [ring(2, 2, 3, 3)]])).toBeNull();
  });

  it('is a ring that crosses itself, or comes back to a point of its own', () => {
    const bowTie: Position[] = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    expect(findInvalidity([[bowTie]])).toBe('self-crossing');
    const pinched: Position[] = [
      [0, 0],
      [2, 2],
      [4, 0],
      [4, 4],
      [2, 2],
      [0, 4],
      [0, 0],
    ];
    expect(findInvalidity([[pinched]])).toBe('self-touching');
  });

  it('is a hole outside its ring, a hole in a hole, and a hole across the ring', () => {
    expect(findInvalidity([[ring(0, 0, 4, 4), ring(6, 6, 7, 7)]])).toBe('hole-outside');
    expect(findInvalidity([[ring(0, 0, 9, 9), ring(1, 1, 8, 8), ring(2, 2, 3, 3)]])).toBe('hole-outside');
    expect(findInvalidity([[ring(0, 0, 4, 4), ring(3, 1, 6, 2)]])).toBe('self-crossing');
  });

  it('is a part over another, wholly or in part', () => {
    expect(findInvalidity([[ring(0, 0, 4, 4)], [ring(1, 1, 2, 2)]])).toBe('parts-overlapping');
    expect(findInvalidity([[ring(0, 0, 4, 4)], [ring(3, 1, 6, 2)]])).toBe('parts-overlapping');
  });
});

describe('the edges of an area', () => {
  const [bottom, right] = edgesOf([[ring(0, 0, 4, 4)]]);
  const edge = (a: Position, b: Position) => ({ ...bottom!, a, b });

  it('are listed ring by ring, and know their neighbours', () => {
    const edges = edgesOf(polygonsOf(FRAME));
    expect(edges.map(({ ring: of, at, last }) => [of, at, last])).toEqual([
      [0, 0, 3],
      [0, 1, 3],
      [0, 2, 3],
      [0, 3, 3],
      [1, 0, 3],
      [1, 1, 3],
      [1, 2, 3],
      [1, 3, 3],
    ]);
    expect([bottom!.a, bottom!.b, right!.b]).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
    ]);
  });

  it('cross where both go through, not where one only touches the other', () => {
    expect(edgesCross(bottom!, edge([2, -1], [2, 1]))).toBe(true);
    expect(edgesCross(bottom!, edge([2, 0], [2, 1]))).toBe(false);
    expect(edgesCross(bottom!, right!)).toBe(false);
  });

  it('run together where they share a stretch in the same direction', () => {
    expect(edgesRunTogether(bottom!, edge([2, 0], [6, 0]))).toBe(true);
    expect(edgesRunTogether(bottom!, edge([6, 0], [2, 0]))).toBe(false);
    expect(edgesRunTogether(bottom!, edge([4, 0], [6, 0]))).toBe(false);
    expect(edgesRunTogether(bottom!, edge([2, 1], [6, 1]))).toBe(false);
  });

  it('are paired once each where their boxes meet', () => {
    const far = edge([9, 9], [10, 10]);
    expect([...nearPairs([bottom!, right!, far])]).toEqual([[bottom, right]]);
    expect([...nearPairs([])]).toEqual([]);
  });
});
