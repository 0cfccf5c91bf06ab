import { describe, expect, it } from 'vitest';
import { createModelBuilder, type LinearModel, type SolverSteps } from '../../src/engine/location/linear-model.ts';
import { loadSolver, runSolverSteps } from '../../src/worker/solver.ts';

/** Chairs bring 30 and take 1 + 2 hours, tables bring 50 and take 2 + 1 hours; 40 and 50 hours are there. */
function workshop(whole: boolean, hours = 40): LinearModel {
  const builder = createModelBuilder('maximize');
  const chairs = builder.addColumn({ cost: 30, upper: Infinity, whole });
  const tables = builder.addColumn({ cost: 50, upper: Infinity, whole });
  builder.addRow(-Infinity, hours, [chairs, tables], [1, 2]);
  builder.addRow(-Infinity, 50, [chairs, tables], [2, 1]);
  return builder.build();
}

describe('the solver', () => {
  it('solves models with and without whole columns', async () => {
    const solver = await loadSolver();
    // Both rows are tight at 20 chairs and 10 tables: 600 + 500 = 1,100.
    for (const whole of [true, false]) {
      const solution = solver.solve(workshop(whole));
      expect(solution.status).toBe('optimal');
      expect(solution.objective).toBeCloseTo(1100, 6);
      expect(solution.bound).toBeCloseTo(1100, 6);
      expect(solution.values[0]).toBeCloseTo(20, 6);
      expect(solution.values[1]).toBeCloseTo(10, 6);
    }
    // With 41 hours the corner is at 59/3 chairs and 32/3 tables; the best whole plan has 19 chairs and 11 tables: 1,120.
    expect(solver.solve(workshop(true, 41)).objective).toBeCloseTo(1120, 6);
  });

  it('says where there is no solution', async () => {
    const builder = createModelBuilder('minimize');
    const column = builder.addColumn({ cost: 1 });
    builder.addRow(2, Infinity, [column]);
    const solution = (await loadSolver()).solve(builder.build());
    expect(solution).toMatchObject({ status: 'infeasible', objective: Infinity });
    expect(solution.values).toHaveLength(0);
  });

  it('stops at its time limit with the status limit', async () => {
    // A knapsack-like equality with many similar columns, which needs more than no time at all.
    const builder = createModelBuilder('maximize');
    const columns = Array.from({ length: 60 }, (_, i) => builder.addColumn({ cost: 1000 + ((i * 7919) % 997) }));
    const values = columns.map((i) => 1000 + ((i * 104_729) % 991));
    builder.addRow(-Infinity, 25_013, columns, values);
    builder.addRow(-Infinity, 24_019, columns, [...values].reverse());
    const solution = (await loadSolver()).solve(builder.build(), { seconds: 0 });
    expect(solution.status).toBe('limit');
    expect(solution.bound).toBeGreaterThan(0);
  });

  it('answers the models of a question one after the other', async () => {
    function* question(): SolverSteps<readonly number[]> {
      const first = yield workshop(true);
      const second = yield workshop(true, 41);
      return [first.objective, second.objective].map(Math.round);
    }
    expect(await runSolverSteps(question(), await loadSolver())).toEqual([1100, 1120]);
  });

  it('ends a question between two models when it is cancelled', async () => {
    const controller = new AbortController();
    let asked = 0;
    function* question(): SolverSteps<string> {
      for (;;) {
        asked++;
        yield workshop(true);
        controller.abort(new Error('cancelled'));
      }
    }
    const work = runSolverSteps(question(), await loadSolver(), { signal: controller.signal });
    await expect(work).rejects.toThrow('cancelled');
    expect(asked).toBe(2);
  });
});
