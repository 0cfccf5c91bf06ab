import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/engine/models/allocation.ts';
import { collectPairs } from '../../../src/engine/models/pairs.ts';
import type { ReachLists } from '../../../src/engine/reach/reach-lists.ts';

/** Reach lists from a table of metres, house by house; `null` = not in reach. */
function listsOf(meters: readonly (readonly (number | null)[])[]): ReachLists {
  const offsets = new Uint32Array(meters.length + 1);
  const points: number[] = [];
  const decimeters: number[] = [];
  meters.forEach((row, house) => {
    row.forEach((value, point) => {
      if (value === null) return;
      points.push(point);
      decimeters.push(Math.round(value * 10));
    });
    offsets[house + 1] = points.length;
  });
  return {
    houseCount: meters.length,
    offsets,
    points: Uint32Array.from(points),
    decimeters: Uint32Array.from(decimeters),
  };
}

function run(
  demand: readonly number[],
  capacity: readonly number[],
  meters: readonly (readonly (number | null)[])[],
  limitMeters = 10_000,
) {
  const pairs = collectPairs(listsOf(meters), Uint32Array.from(capacity.keys()), limitMeters * 10);
  return { pairs, ...allocate(Float64Array.from(demand), Float64Array.from(capacity), pairs) };
}

/** The definition read aloud, on plain objects, house by house and metre by metre. */
function slowTwin(
  demand: readonly number[],
  capacity: readonly number[],
  meters: readonly (readonly (number | null)[])[],
): number[] {
  const left = [...demand];
  const room = [...capacity];
  for (let step = 0; step <= 2000; step++) {
    const here = meters.flatMap((row, h) =>
      row.flatMap((m, p) => (m !== null && Math.ceil(Math.round(m * 10) / 10) === step ? [{ h, p }] : [])),
    );
    for (;;) {
      const active = here.filter(({ h, p }) => left[p]! > 1e-9 && room[h]! > 1e-9);
      if (active.length === 0) break;
      const ask = active.map(({ p }) => left[p]! / active.filter((other) => other.p === p).length);
      const asked = room.map((_, h) => active.reduce((sum, pair, k) => sum + (pair.h === h ? ask[k]! : 0), 0));
      const got = active.map(({ h }, k) => ask[k]! * Math.min(1, room[h]! / asked[h]!));
      active.forEach(({ h, p }, k) => {
        left[p] = left[p]! - got[k]!;
        room[h] = room[h]! - got[k]!;
      });
    }
  }
  return demand.map((d, p) => d - left[p]!);
}

describe('allocation', () => {
  it('gives everyone the nearest free place and sends the rest on', () => {
    // House 0 (5 places) is nearest for both; the nearer point takes 4, the farther gets 1 there and 3 in house 1.
    const { served, taken } = run(
      [4, 4],
      [5, 3],
      [
        [100, 200],
        [400, 300],
      ],
    );
    expect([...served]).toEqual([4, 1 + 3]);
    expect([...taken]).toEqual([5, 3]);
  });

  it('shares a house at the same distance in proportion to demand', () => {
    // 6 places for 8 + 4 children at the same metre: 6 × 8/12 and 6 × 4/12.
    const { served } = run([8, 4], [6], [[250, 250]]);
    expect(served[0]).toBeCloseTo((6 * 8) / 12, 12);
    expect(served[1]).toBeCloseTo((6 * 4) / 12, 12);
  });

  it('splits a point evenly over houses at the same distance, and fills the other when one is full', () => {
    // 10 children, houses with 2 and 20 places side by side: 2 in the small one, 8 in the large one.
    const { taken } = run([10], [2, 20], [[300], [300]]);
    expect(taken[0]).toBeCloseTo(2, 9);
    expect(taken[1]).toBeCloseTo(8, 9);
  });

  it('counts 300.0 m and 299.1 m as the same step and 300.1 m as the next', () => {
    const { served } = run([1, 1, 1], [2], [[299.1, 300, 300.1]]);
    expect([...served]).toEqual([1, 1, 0]);
  });

  it('reaches exactly up to the limit', () => {
    expect(run([1], [1], [[500]], 500).served[0]).toBe(1);
    expect(run([1], [1], [[500.1]], 500).served[0]).toBe(0);
  });

  const town = fc.integer({ min: 1, max: 8 }).chain((pointCount) =>
    fc.record({
      demand: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: pointCount, maxLength: pointCount }),
      houses: fc.array(
        fc.record({
          capacity: fc.integer({ min: 0, max: 30 }),
          meters: fc.array(fc.option(fc.integer({ min: 0, max: 12 }).map((k) => k * 75)), {
            minLength: pointCount,
            maxLength: pointCount,
          }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

  it('equals the slow twin, keeps its sums, and does not care for the order of houses and points', () => {
    fc.assert(
      fc.property(town, ({ demand, houses }) => {
        const capacity = houses.map((house) => house.capacity);
        const meters = houses.map((house) => house.meters);
        const { served, taken, flow, pairs } = run(demand, capacity, meters);
        const expected = slowTwin(demand, capacity, meters);
        expected.forEach((value, p) => expect(served[p]).toBeCloseTo(value, 6));
        taken.forEach((value, h) => expect(value).toBeLessThanOrEqual(capacity[h]! + 1e-9));
        served.forEach((value, p) => expect(value).toBeLessThanOrEqual(demand[p]! + 1e-9));
        const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
        expect(sum(served)).toBeCloseTo(sum(taken), 9);
        expect(sum(flow)).toBeCloseTo(sum(taken), 9);
        expect(pairs.count).toBe(flow.length);
        // missing − free = demand − capacity
        expect(sum(demand) - sum(served) - (sum(capacity) - sum(taken))).toBeCloseTo(sum(demand) - sum(capacity), 9);
        const reversed = run(
          [...demand].reverse(),
          [...capacity].reverse(),
          [...meters].reverse().map((row) => [...row].reverse()),
        );
        [...reversed.served].reverse().forEach((value, p) => expect(value).toBeCloseTo(served[p]!, 6));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('never misses more when a place is added', () => {
    fc.assert(
      fc.property(town, fc.nat(5), ({ demand, houses }, which) => {
        const capacity = houses.map((house) => house.capacity);
        const meters = houses.map((house) => house.meters);
        const more = capacity.map((value, h) => (h === which % capacity.length ? value + 3 : value));
        const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
        expect(sum(run(demand, more, meters).served)).toBeGreaterThanOrEqual(
          sum(run(demand, capacity, meters).served) - 1e-6,
        );
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});
