import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/engine/models/allocation.ts';
import { nearestDecimeters } from '../../src/engine/models/coverage.ts';
import { binaryDecay, twoStepScores } from '../../src/engine/models/floating-catchment.ts';
import { collectPairs } from '../../src/engine/models/pairs.ts';
import { maximumServed } from '../../src/engine/models/strict-shortage.ts';
import type { ReachLists } from '../../src/engine/reach/reach-lists.ts';

const readme = readFileSync(new URL('../../src/engine/README.md', import.meta.url), 'utf8');

/** The number that stands where a pattern's group is in the README. */
function stated(pattern: RegExp): number {
  const found = pattern.exec(readme);
  if (found === null) throw new Error(`README has no ${pattern}`);
  return Number(found[1]);
}

const [head, , ...lines] = readme
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
const column = (name: string) => lines.map((cells) => cells[head!.indexOf(name)]!);
const numbers = (name: string) => Float64Array.from(column(name), Number);

const kitas = head!.filter((name) => name.includes('places'));
const capacity = Float64Array.from(kitas, (name) => Number(/: (\d+) places/.exec(name)![1]));
const limitDecimeters = stated(/limit (\d+) m/) * 10;
const demand = numbers('demand');

/** The table's metres as reach lists of the Kitas. */
function reachLists(): ReachLists {
  const entries = kitas.map((name) =>
    column(name).flatMap((cell, point) => (cell === '–' ? [] : [{ point, decimeters: Number(cell) * 10 }])),
  );
  const offsets = Uint32Array.of(0, ...entries.map((_, k) => entries.slice(0, k + 1).flat().length));
  return {
    houseCount: kitas.length,
    offsets,
    points: Uint32Array.from(entries.flat(), ({ point }) => point),
    decimeters: Uint32Array.from(entries.flat(), ({ decimeters }) => decimeters),
  };
}

describe('the worked example of the engine’s README', () => {
  const all = Uint32Array.from(kitas.keys());
  const pairs = collectPairs(reachLists(), all, limitDecimeters);
  const { served, taken } = allocate(demand, capacity, pairs);
  const nearest = nearestDecimeters(reachLists(), all, demand.length);
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

  it('has a table of five points and three Kitas', () => {
    expect([lines.length, kitas.length]).toEqual([5, 3]);
    expect(demand).toEqual(numbers('persons').map((persons) => persons * stated(/Need rate ([\d.]+)/)));
  });

  it('serves as many as the table says, and tells full from far', () => {
    const left = demand.map((value, p) => value - served[p]!);
    const isNear = (p: number) => nearest[p]! <= limitDecimeters;
    expect([...served]).toEqual([...numbers('served')]);
    expect([...left.map((value, p) => (isNear(p) ? value : 0))]).toEqual([...numbers('no place')]);
    expect([...left.map((value, p) => (isNear(p) ? 0 : value))]).toEqual([...numbers('out of reach')]);
  });

  it('has the sums that the sentences say', () => {
    expect(sum(demand)).toBe(stated(/of (\d+) needed places/));
    expect(sum(served)).toBe(stated(/needed places (\d+)\s/));
    expect(sum(demand) - sum(served)).toBe(stated(/missing (\d+), free/));
    expect(sum(capacity) - sum(taken)).toBe(stated(/missing \d+, free (\d+)/));
    expect(sum(capacity)).toBe(stated(/= 72 − (\d+)\./));
    expect(sum(demand) - maximumServed(demand, capacity, pairs)).toBeCloseTo(stated(/Strict (\d+):/), 9);
  });

  it('has the scores of the last column', () => {
    const weights = Float64Array.from(pairs.decimeters, binaryDecay(limitDecimeters));
    const scores = twoStepScores(demand, capacity, { points: pairs.points, houses: pairs.houses, weights });
    expect([...scores].map((score) => score.toFixed(2))).toEqual(column('2SFCA'));
    // On paper: K1 20 / (30 + 20), K2 12 / (30 + 20 + 10), K3 15 / (10 + 8).
    expect(scores[2]).toBeCloseTo(12 / 60 + 15 / 18, 12);
  });
});
