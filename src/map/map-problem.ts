import { type Problem, ProblemError, problem } from '../shared/problem.ts';

/** The problem in whatever was thrown while the map was drawn. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return problem('app.unexpected', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}

export function isAbort(error: object): boolean {
  return 'name' in error && error.name === 'AbortError';
}
