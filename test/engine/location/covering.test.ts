import { describe, expect, it } from 'vitest';
import { coverByCosts, coveredWeight, groupByCover } from '../../../src/engine/location/cover.ts';
import { solveMaxCover, solveSetCover } from '../../../src/engine/location/covering.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { allChoices, randomMatrix, randomWeights } from './brute-force.ts';
import { hasReference, readHeidelbergCover, readJson, readRows, readShared, readSjc, toMatrix } from './reference.ts';
import { answer } from './solve.ts';

describe('covering with as few sites as possible', () => {
  it('equals trying all choices on 40 random cases, also with a site that is there already', async () => {
    const random = seededRandom(71);
    for (let round = 0; round < 40; round++) {
      const matrix = randomMatrix(random, 8, 6);
      const groups = groupByCover(coverByCosts(matrix, 9), new Float64Array(8).fill(1));
      const all = coveredWeight(groups, [0, 1, 2, 3, 4, 5]);
      const fixed = round % 2 === 0 ? [] : [3];
      const sizes = [0, 1, 2, 3, 4, 5, 6].filter((size) =>
        allChoices(6, size).some(
          (sites) => coveredWeight(groups, sites) === all && fixed.every((site) => sites.includes(site)),
        ),
      );
      const found = await answer(solveSetCover(groups, fixed));
      expect(found.status).toBe('optimal');
      expect(found.sites).toHaveLength(sizes[0]!);
      expect(found.bound).toBe(sizes[0]);
      expect(coveredWeight(groups, found.sites)).toBe(all);
    }
  });
});

describe('covering as many as possible', () => {
  it('equals trying all choices on 40 random cases', async () => {
    const random = seededRandom(72);
    for (let round = 0; round < 40; round++) {
      const groups = groupByCover(coverByCosts(randomMatrix(random, 12, 7), 6), randomWeights(random, 12));
      const fixed = round % 3 === 0 ? [2] : [];
      const best = Math.max(
        ...allChoices(7, 2)
          .filter((sites) => fixed.every((site) => sites.includes(site)))
          .map((sites) => coveredWeight(groups, sites)),
      );
      const found = await answer(solveMaxCover(groups, 2, fixed));
      expect(found).toMatchObject({ status: 'optimal', covered: best, bound: best });
      expect(found.sites).toHaveLength(2);
      expect(found.sites).toEqual(expect.arrayContaining([...fixed]));
    }
  });
});

if (!hasReference) console.log('../shared is missing: the reference cases of covering are skipped');
describe.runIf(hasReference)('covering on reference cases', () => {
  it('needs the 8 stores in San Francisco and covers what they cover there', async () => {
    const matrix = toMatrix(
      readRows('reference/spopt-sf/cost_matrix.csv')
        .slice(1)
        .map((row) => row.slice(1).map(Number)),
    );
    const weights = Float64Array.from(readRows('reference/spopt-sf/demand.csv').slice(1), (row) => Number(row[1]));
    const expected = readJson<{
      own_exact_curve_by_p: Record<string, { mclp: number }>;
      recomputed: { lscp_facilities: number };
    }>('reference/spopt-sf/expected.json');
    const groups = groupByCover(coverByCosts(matrix, 5000), weights);
    expect((await answer(solveSetCover(groups))).sites).toHaveLength(expected.recomputed.lscp_facilities);
    for (let count = 1; count <= 16; count++) {
      const found = await answer(solveMaxCover(groups, count));
      expect(found.status).toBe('optimal');
      expect(found.covered).toBe(expected.own_exact_curve_by_p[count]!.mclp);
    }
  });

  it('leaves one client of the lattice uncovered', async () => {
    const matrix = toMatrix(readRows('reference/spopt-lattice/cost_network.csv').map((row) => row.map(Number)));
    const weights = Float64Array.from(readRows('reference/spopt-lattice/clients_snapped.csv').slice(1), (row) =>
      Number(row[4]),
    );
    const cover = coverByCosts(matrix, 7);
    const { sites } = await answer(solveMaxCover(groupByCover(cover, weights), 4));
    const clients = groupByCover(
      cover,
      weights.map(() => 1),
    );
    expect(100 - coveredWeight(clients, sites)).toBe(1);
  });

  it('proves the optima of São José dos Campos', async () => {
    const rows = readShared('data/location/mclp/optima.tsv').trim().split('\n').slice(1);
    for (const [name, , , radius, count, optimum] of rows.map((line) => line.split('\t'))) {
      const { matrix, weights } = readSjc(name!);
      const found = await answer(
        solveMaxCover(groupByCover(coverByCosts(matrix, Number(radius)), weights), Number(count)),
      );
      expect(found).toMatchObject({ status: 'optimal', covered: Number(optimum) });
    }
  });

  it('proves the optima of the Heidelberg network at 800 m', async () => {
    const { cover, weights } = readHeidelbergCover(8000);
    const groups = groupByCover(cover, weights);
    const { mclp } = readJson<{ mclp: Record<string, { optimum: number }> }>(
      'reference/network-heidelberg/expected.json',
    );
    for (const [count, { optimum }] of Object.entries(mclp)) {
      const found = await answer(solveMaxCover(groups, Number(count)));
      expect(found).toMatchObject({ status: 'optimal', covered: optimum });
    }
  });
});
