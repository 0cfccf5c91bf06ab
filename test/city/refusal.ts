import { expect } from 'vitest';
import { type Problem, ProblemError } from '../../src/shared/problem.ts';

/** The problem a call throws or rejects with; fails the test where there is none. */
export async function refusal(call: () => unknown): Promise<Problem> {
  try {
    await call();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return expect.fail('nothing was refused');
}
