import type { Highs, InitOptions, Model, ModelData } from 'highs';
import type { LinearModel, LinearSolution, SolverSteps } from '../engine/location/linear-model.ts';

export interface SolveOptions {
  /** Stops after so many seconds with the best solution so far. Default 60. */
  readonly seconds?: number;
}

/** HiGHS, loaded once: solves linear models with whole-number columns exactly. A solve blocks its thread. */
export interface LinearSolver {
  solve(model: LinearModel, options?: SolveOptions): LinearSolution;
}

/**
 * Loads HiGHS (1.2 MB of wasm, on demand). In Node it finds its wasm itself; a bundled worker passes the address, see
 * `solver-in-worker.ts`.
 */
export async function loadSolver(options: InitOptions = {}): Promise<LinearSolver> {
  const { default: load } = await import('highs');
  const highs = await load(options);
  return { solve: (model, { seconds = 60 } = {}) => solveModel(highs, model, seconds) };
}

function toModelData(highs: Highs, model: LinearModel): ModelData {
  const { minimize, maximize } = highs.constants.objectiveSense;
  return {
    numCols: model.columnCount,
    numRows: model.rowCount,
    sense: model.sense === 'minimize' ? minimize : maximize,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: Int32Array.from(model.whole),
    matrix: {
      format: 'csr',
      numRows: model.rowCount,
      numCols: model.columnCount,
      starts: model.rowStarts,
      indices: model.rowColumns,
      values: model.rowValues,
    },
  };
}

function solveModel(highs: Highs, model: LinearModel, seconds: number): LinearSolution {
  return highs.withModel(toModelData(highs, model), (loaded): LinearSolution => {
    // Gaps of zero: "optimal" means proven to the last unit.
    loaded.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    loaded.run();
    return readSolution(highs, loaded, model);
  });
}

function readSolution(highs: Highs, loaded: Model, model: LinearModel): LinearSolution {
  const { modelStatus } = highs.constants;
  const status = loaded.getModelStatus();
  const worst = model.sense === 'minimize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (status === modelStatus.infeasible) {
    return { status: 'infeasible', values: new Float64Array(0), objective: worst, bound: worst };
  }
  const isMixed = model.whole.includes(1);
  const hasSolution = loaded.info.get('primal_solution_status') === 2;
  const objective = hasSolution ? loaded.getObjectiveValue() : worst;
  const bound = isMixed ? Number(loaded.info.get('mip_dual_bound')) : objective;
  return {
    status: status === modelStatus.optimal ? 'optimal' : 'limit',
    values: hasSolution ? loaded.getSolution().colValue : new Float64Array(0),
    objective,
    bound,
  };
}

/**
 * Runs a question of the engine that needs a solver: solves each model it yields and hands the solution back, until it answers. Between
 * two models waiting messages are heard, so that a cancelled call ends there (it rejects with the signal's reason).
 */
export async function runSolverSteps<Answer>(
  steps: SolverSteps<Answer>,
  solver: LinearSolver,
  { signal, ...options }: SolveOptions & { readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value;
    signal?.throwIfAborted();
    step = steps.next(solver.solve(step.value, options));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
