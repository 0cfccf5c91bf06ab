import type { SolverSteps } from '../../../src/engine/location/linear-model.ts';
import { type LinearSolver, loadSolver, runSolverSteps } from '../../../src/worker/solver.ts';

let solver: Promise<LinearSolver> | null = null;

/** Runs a question with HiGHS, loaded once per test file. */
export async function answer<Answer>(steps: SolverSteps<Answer>): Promise<Answer> {
  solver ??= loadSolver();
  return runSolverSteps(steps, await solver);
}

/** Runs a generator to its end and returns its result. */
export function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
