import { describe, expect, it } from 'vitest';
import { createPlacementEffects } from '../../../src/engine/location/placement-effects.ts';
import { boundSeveral } from '../../../src/engine/location/several-bound.ts';
import { subsetsOf } from '../../../src/engine/location/subsets.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { knownOf, newHouses, randomSmallTown, type SmallTown } from './random-towns.ts';
import { finish } from './solve.ts';

function boundOf(town: SmallTown, most: number, neighbourhoods: readonly (readonly number[])[], mostSets: number) {
  const plots = newHouses(town.plots);
  const effect = createPlacementEffects(knownOf(town.demand, town.houses), most);
  const effectOf = (set: readonly number[]) => effect(set.map((plot) => plots[plot]!));
  const suggested: (readonly number[])[] = [];
  const bound = finish(
    boundSeveral(
      {
        singles: plots.map((_, plot) => effectOf([plot])),
        places: Float64Array.from(town.plots, (plot) => plot.places),
        neighbourhoods,
        most,
        effectOf,
      },
      { enough: () => 0, mostSets, suggest: (set) => suggested.push(set) },
    ),
  );
  let best = 0;
  for (let size = 1; size <= most; size++) {
    for (const set of subsetsOf([...plots.keys()], size)) best = Math.max(best, effectOf(set).gain);
  }
  return { bound, best, suggested };
}

describe('the bound for several plots', () => {
  it('is exact where one neighbourhood holds all plots', () => {
    const random = seededRandom(61);
    for (let round = 0; round < 50; round++) {
      const town = randomSmallTown(random, 'none');
      const { bound, best } = boundOf(town, 3, [[...town.plots.keys()]], 1000);
      expect(bound).toBeCloseTo(best, 4);
    }
  });

  it('holds for any division and any effort, on 150 random towns', () => {
    const random = seededRandom(62);
    for (let round = 0; round < 150; round++) {
      const town = randomSmallTown(random, 'none');
      const plots = [...town.plots.keys()];
      const cut = 1 + random.below(plots.length - 1);
      const alone = plots.map((plot) => [plot]);
      for (const division of [alone, [plots.slice(0, cut), plots.slice(cut)]]) {
        for (const mostSets of [0, 1000]) {
          const { bound, best, suggested } = boundOf(town, 3, division, mostSets);
          expect(bound).toBeGreaterThanOrEqual(best - 1e-4);
          for (const set of suggested) expect(set.length).toBeLessThanOrEqual(3);
        }
      }
    }
  });

  it('is the sum of what two plots gain that have nothing to do with each other', () => {
    const town: SmallTown = {
      demand: Float64Array.of(4, 6),
      houses: [],
      plots: [
        { points: [0], decimeters: [100], places: 10 },
        { points: [1], decimeters: [100], places: 5 },
      ],
    };
    // 4 of 4 and 5 of 6.
    expect(boundOf(town, 2, [[0], [1]], 10)).toMatchObject({ bound: 9, best: 9 });
  });
});
