import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/engine/location/best-candidate.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { knownOf, newHouses, randomSmallTown, servedIn } from './random-towns.ts';
import { finish } from './solve.ts';

describe('the ranking of candidates', () => {
  it('puts the plot first that lets missing places fall most, not the one with most people in reach', () => {
    // Point 0 (20 children) has a house with 20 places; point 1 (8 children) has none. Plot 0 reaches the 20, plot 1 the 8, plot 2 both.
    const known = knownOf(Float64Array.of(20, 8), [{ points: [0], decimeters: [300], places: 20 }]);
    const plots = newHouses([
      { points: [0], decimeters: [100], places: 10 },
      { points: [1], decimeters: [900], places: 10 },
      { points: [0, 1], decimeters: [100, 900], places: 10 },
    ]);
    // Plot 0 only moves children. Plot 1 serves all 8. Plot 2 is filled by the nearer point 0, whom nobody missed.
    const { gains, ranking } = finish(rankCandidates(known, plots));
    expect([...gains]).toEqual([0, 8, 0]);
    expect([...ranking]).toEqual([1, 0, 2]);
  });

  it('has the gains of the full allocation, and yields once per candidate', () => {
    const random = seededRandom(51);
    for (let round = 0; round < 100; round++) {
      const town = randomSmallTown(random, round % 2 === 0 ? 'none' : 'many');
      const before = servedIn(town.demand, town.houses);
      const work = rankCandidates(knownOf(town.demand, town.houses), newHouses(town.plots));
      for (let done = 1; done <= town.plots.length; done++) {
        expect(work.next().value).toEqual({ done, total: town.plots.length });
      }
      const { gains, ranking } = finish(work);
      town.plots.forEach((plot, i) => {
        expect(gains[i]).toBeCloseTo(servedIn(town.demand, [...town.houses, plot]) - before, 2);
      });
      const sorted = [...ranking].map((candidate) => gains[candidate]!);
      expect(sorted).toEqual([...gains].sort((a, b) => b - a));
    }
  });
});
