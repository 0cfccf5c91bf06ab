import wasmUrl from 'highs/runtime?url';
import { type LinearSolver, loadSolver } from './solver.ts';

let solver: Promise<LinearSolver> | null = null;

/** The solver of a bundled worker, loaded at the first call. */
export function solverInWorker(): Promise<LinearSolver> {
  solver ??= loadSolver({ locateFile: () => wasmUrl });
  return solver;
}
