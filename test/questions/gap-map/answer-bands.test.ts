import { beforeAll, describe, expect, it } from 'vitest';
import { openCity } from '../../../src/city/open-city.ts';
import { readCity } from '../../../src/city/read-city.ts';
import type { CityContent } from '../../../src/city/types.ts';
import { folderPackageSource } from '../../../src/cli/package-folder.ts';
import { generateDemoCity } from '../../../src/pipeline/demo/generate-demo-city.ts';
import { answerBands } from '../../../src/questions/gap-map/answer-bands.ts';
import { createAreaTester } from '../../../src/shared/geometry/side-of-area.ts';
import { at, tinyCity } from '../../fixtures/tiny-city.ts';
import { buildRealCity } from '../../pipeline/build/real-city.ts';
import { describeWithShared } from '../../shared-folder.ts';
import { prepare } from './small-town.ts';

const LIMITS = [300, 500, 900];

/** Demand points by whether they are in reach and whether they lie in the band, over every n-th Kita and all limits. */
function tally(city: CityContent, every: number) {
  const { model, reach } = prepare(city);
  const { numbers, lists } = reach.houses('kita-u3', 900);
  const counts = { reached: 0, leftOut: 0, beyond: 0, wronglyIn: 0 };
  for (let list = 0; list < numbers.length; list += every) {
    const houseId = city.houses[numbers[list]!]!.id;
    const entries = [...lists.points.keys()].slice(lists.offsets[list], lists.offsets[list + 1]);
    const bands = answerBands(model, { houseId, position: null, limitsMeters: LIMITS, stepFree: false });
    for (const { geometry, properties } of bands.features) {
      const tester = createAreaTester(geometry);
      const near = new Set(
        entries.filter((e) => lists.decimeters[e]! <= properties.limitMeters * 10).map((e) => lists.points[e]!),
      );
      city.population.forEach(({ position }, p) => {
        const drawnIn = tester.sideOf(position) !== 'outside';
        if (near.has(p)) {
          counts.reached++;
          if (!drawnIn) counts.leftOut++;
        } else {
          counts.beyond++;
          if (drawnIn) counts.wronglyIn++;
        }
      });
    }
  }
  return counts;
}

describe('bands of walking distance', () => {
  const { model } = prepare(tinyCity());
  const ask = (houseId: string | null, position: ReturnType<typeof at> | null, limitsMeters = LIMITS) =>
    answerBands(model, { houseId, position, limitsMeters, stepFree: false });

  it('begin at a house, a position, or the entrances of a park, the largest first', () => {
    const house = ask('einrichtungen:kita-1', null);
    expect(house.features.map(({ properties }) => properties.limitMeters)).toEqual([900, 500, 300]);
    expect(ask(null, at(130, 420))).toEqual(house);
    const park = createAreaTester(ask('osm:way/1', null, [150]).features[0]!.geometry);
    // 100 m along the street from the southern entrance at (250, 700).
    expect([park.sideOf(at(350, 700)), park.sideOf(at(350, 500))]).toEqual(['inside', 'outside']);
  });

  it('are empty where there is nothing to start from', () => {
    expect(ask('einrichtungen:gone', null).features).toEqual([]);
    expect(ask(null, null).features).toEqual([]);
    expect(ask('einrichtungen:kita-1', null, []).features).toEqual([]);
  });

  it('hold every demand point in reach and at most 2 % of the others in a generated town', () => {
    const city = generateDemoCity(
      { scale: 0.05, seed: 4 },
      { signal: new AbortController().signal, progress: () => {} },
    );
    const { reached, leftOut, beyond, wronglyIn } = tally(city, 3);
    expect(reached).toBeGreaterThan(200);
    expect(leftOut).toBe(0);
    expect(wronglyIn / beyond).toBeLessThanOrEqual(0.02);
  });
});

describeWithShared('bands of walking distance in Neubrandenburg', () => {
  let city: CityContent;
  beforeAll(async () => {
    city = await readCity(await openCity(folderPackageSource((await buildRealCity('neubrandenburg')).folder)));
  }, 600_000);

  it('hold every demand point in reach and at most 2 % of the others', () => {
    const { reached, leftOut, beyond, wronglyIn } = tally(city, 2);
    expect(reached).toBeGreaterThan(500);
    expect(leftOut).toBe(0);
    expect(wronglyIn / beyond).toBeLessThanOrEqual(0.02);
  });
});
