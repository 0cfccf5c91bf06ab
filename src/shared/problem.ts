import type { AppProblems } from './problems/app.ts';
import type { CityProblems } from './problems/city.ts';
import type { EngineProblems } from './problems/engine.ts';
import type { IndicatorProblems } from './problems/indicators.ts';
import type { MeasureProblems } from './problems/measures.ts';
import type { NeedProblems } from './problems/needs.ts';
import type { PipelineProblems } from './problems/pipeline.ts';
import type { PlanProblems } from './problems/plan.ts';
import type { SiteProblems } from './problems/sites.ts';

/**
 * Every problem and note the program can speak of: code → parameters. Text is made of it by `i18n` alone, so a code without a
 * German and an English sentence is a type error. Each area of the house declares its codes in `problems/<area>.ts`.
 */
export interface ProblemCatalogue
  extends AppProblems,
    CityProblems,
    EngineProblems,
    IndicatorProblems,
    MeasureProblems,
    NeedProblems,
    PipelineProblems,
    PlanProblems,
    SiteProblems {}

export type ProblemCode = keyof ProblemCatalogue;

/** Where something was found. Every part is optional; `row` counts from 1 and includes the header row, `feature` is an id or a 1-based number. */
export interface Where {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly feature?: string;
  readonly layer?: string;
}

export interface ProblemOf<C extends ProblemCode> {
  readonly code: C;
  readonly params: ProblemCatalogue[C];
  readonly where?: Where;
}

export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/** A statement about what was dropped, repaired, estimated or assumed while data was read. `count` is the number of objects concerned. */
export type Note = Problem & { readonly severity: 'info' | 'warning'; readonly count?: number };

/** Thrown where going on would mean guessing. Carries the problem; the message is the code, for logs only. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code} ${JSON.stringify({ ...problem.params, where: problem.where })}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Makes a problem; the parameters are checked against the code. */
export function problem<C extends ProblemCode>(code: C, params: ProblemCatalogue[C], where?: Where): Problem {
  return (where === undefined ? { code, params } : { code, params, where }) as Problem;
}

/** Makes a note; `count` is the number of objects concerned. */
export function note<C extends ProblemCode>(
  severity: 'info' | 'warning',
  code: C,
  params: ProblemCatalogue[C],
  more: { where?: Where; count?: number } = {},
): Note {
  return { severity, code, params, ...more } as unknown as Note;
}

/** Throws a {@link ProblemError}. */
export function fail<C extends ProblemCode>(code: C, params: ProblemCatalogue[C], where?: Where): never {
  throw new ProblemError(problem(code, params, where));
}
