import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/engine/models/allocation.ts';
import type { Pairs } from '../../../src/engine/models/pairs.ts';
import { maximumServed } from '../../../src/engine/models/strict-shortage.ts';

function pairsOf(reach: readonly (readonly number[])[], steps?: readonly number[]): Pairs {
  const entries = reach.flatMap((points, house) =>
    points.map((point, k) => ({ point, house, step: steps?.[(house + k) % steps.length] ?? 0 })),
  );
  entries.sort((a, b) => a.step - b.step);
  const stepCount = Math.max(0, ...entries.map((e) => e.step)) + 1;
  return {
    count: entries.length,
    points: Uint32Array.from(entries, (e) => e.point),
    houses: Uint32Array.from(entries, (e) => e.house),
    decimeters: Uint32Array.from(entries, (e) => e.step * 10),
    stepOffsets: Uint32Array.from({ length: stepCount + 1 }, (_, s) => entries.filter((e) => e.step < s).length),
  };
}

/** By the theorem of maximum flow and minimum cut: the least, over all sets of points, of what is outside it plus what it can reach. */
function byCuts(demand: readonly number[], capacity: readonly number[], reach: readonly (readonly number[])[]): number {
  let least = Infinity;
  for (let set = 0; set < 1 << demand.length; set++) {
    const outside = demand.reduce((sum, d, p) => sum + ((set >> p) & 1 ? 0 : d), 0);
    const inReach = capacity.reduce((sum, c, h) => sum + (reach[h]!.some((p) => (set >> p) & 1) ? c : 0), 0);
    least = Math.min(least, outside + inReach);
  }
  return least;
}

describe('strict shortage', () => {
  it('sends children to the farther house where the nearest is needed by those who have no other', () => {
    // Point 0 reaches both houses, point 1 only house 0: 10 + 10 children, 10 + 10 places: all served.
    expect(maximumServed(Float64Array.of(10, 10), Float64Array.of(10, 10), pairsOf([[0, 1], [0]]))).toBeCloseTo(20, 9);
  });

  it('equals the minimum cut and never misses more than the allocation', () => {
    const town = fc.record({
      demand: fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 8 }),
      capacity: fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 5 }),
      bits: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      steps: fc.array(fc.nat(4), { minLength: 3, maxLength: 7 }),
    });
    fc.assert(
      fc.property(town, ({ demand, capacity, bits, steps }) => {
        const reach = capacity.map((_, h) => [...demand.keys()].filter((p) => bits[(h * 8 + p) % 40]));
        const pairs = pairsOf(reach, steps);
        const d = Float64Array.from(demand);
        const c = Float64Array.from(capacity);
        const most = maximumServed(d, c, pairs);
        expect(most).toBeCloseTo(byCuts(demand, capacity, reach), 6);
        const start = allocate(d, c, pairs);
        expect(maximumServed(d, c, pairs, start.flow)).toBeCloseTo(most, 6);
        expect(start.served.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(most + 1e-6);
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
