import { describe, expect, it } from 'vitest';
import { coverByCosts, coveredWeight, groupByCover } from '../../../src/engine/location/cover.ts';
import { findMaxCover } from '../../../src/engine/location/max-cover-heuristic.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allChoices, randomMatrix, randomWeights } from './brute-force.ts';
import { hasReference, readHeidelbergCover, readJson, readShared, readSjc } from './reference.ts';

describe('the heuristic of maximal covering', () => {
  it('lies between its choice and its bound around the optimum, and rules out no better choice', () => {
    const random = seededRandom(81);
    for (let round = 0; round < 100; round++) {
      const groups = groupByCover(coverByCosts(randomMatrix(random, 14, 8), 5), randomWeights(random, 14));
      const fixed = round % 4 === 0 ? [5] : [];
      const choices = allChoices(8, 3).filter((sites) => fixed.every((site) => sites.includes(site)));
      const best = Math.max(...choices.map((sites) => coveredWeight(groups, sites)));
      const found = findMaxCover(groups, 3, fixed);
      expect(found.sites).toHaveLength(3);
      expect(found.covered).toBe(coveredWeight(groups, found.sites));
      expect(found.covered).toBeLessThanOrEqual(best);
      expect(found.bound).toBeGreaterThanOrEqual(best - 1e-9);
      expect(found.gapShare).toBeCloseTo(found.bound === 0 ? 0 : 1 - found.covered / found.bound, 12);
      for (const sites of choices.filter((choice) => coveredWeight(groups, choice) > found.covered)) {
        for (const site of found.excluded) expect(sites).not.toContain(site);
        for (const site of found.required) expect(sites).toContain(site);
      }
    }
  });

  it('refuses more sites than there are', () => {
    const groups = groupByCover(coverByCosts(randomMatrix(seededRandom(1), 3, 2), 5), Float64Array.of(1, 1, 1));
    expect(() => findMaxCover(groups, 3)).toThrow('location.count-invalid');
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of the covering heuristic are skipped');
describe.runIf(hasReference)('the heuristic of maximal covering on reference cases', () => {
  it('is within 1 % of the optima of São José dos Campos and says so', () => {
    const rows = readShared('data/location/mclp/optima.tsv').trim().split('\n').slice(1);
    for (const [name, , , radius, count, optimum] of rows.map((line) => line.split('\t'))) {
      const { matrix, weights } = readSjc(name!);
      const found = findMaxCover(groupByCover(coverByCosts(matrix, Number(radius)), weights), Number(count));
      expect(found.covered).toBeGreaterThanOrEqual(Number(optimum) * 0.99);
      expect(found.bound).toBeGreaterThanOrEqual(Number(optimum) - 1e-6);
      expect(found.gapShare).toBeLessThan(0.02);
    }
  });

  it('is within 1 % of the optima of the Heidelberg network', () => {
    const { cover, weights } = readHeidelbergCover(8000);
    const groups = groupByCover(cover, weights);
    const { mclp } = readJson<{ mclp: Record<string, { optimum: number }> }>(
      'reference/network-heidelberg/expected.json',
    );
    for (const [count, { optimum }] of Object.entries(mclp)) {
      const found = findMaxCover(groups, Number(count));
      expect(found.covered).toBeGreaterThanOrEqual(optimum * 0.99);
      expect(found.bound).toBeGreaterThanOrEqual(optimum - 1e-6);
      expect(found.gapShare).toBeLessThan(0.05);
    }
  });
});
