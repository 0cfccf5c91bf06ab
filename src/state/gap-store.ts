import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Variant } from '../city/types.ts';
import type { GapAnswer, GapQuestion, GapYears } from '../questions/gap-map/gap-calls.ts';
import type { GapResult } from '../questions/gaps/gap-request.ts';
import type { Problem } from '../shared/problem.ts';

/** What is known of the gap map's question. Every result carries the request it answers; one of another request is stale. */
export interface GapState {
  /** The newest question; `null` while no city is open. */
  readonly question: GapQuestion | null;
  /** The newest answer and the question it answers. */
  readonly answered: { readonly question: GapQuestion; readonly answer: GapAnswer } | null;
  /** Rows of all years and variants, and what they were computed for ({@link yearsKey}). */
  readonly years: { readonly key: string; readonly data: GapYears } | null;
  /** Why the newest question has no answer. */
  readonly problem: Problem | null;
}

export type GapStore = StoreApi<GapState>;

export const NO_GAPS: GapState = { question: null, answered: null, years: null, problem: null };

export function createGapStore(): GapStore {
  return createStore<GapState>()(() => NO_GAPS);
}

/** Two questions with the same key have the same rows. */
export function questionKey(question: GapQuestion): string {
  return JSON.stringify(question);
}

/** Whether the newest question is the one that is answered. The same object is compared first: this is asked by every figure on the page. */
export function isAnswered({ question, answered }: Pick<GapState, 'question' | 'answered'>): boolean {
  if (question === null || answered === null) return false;
  return answered.question === question || questionKey(answered.question) === questionKey(question);
}

/** What rows of all years depend on: everything but year and variant; they are not asked for while something is dragged. */
export function yearsKey({ preview: _, ...question }: GapQuestion): string {
  return questionKey({ ...question, request: { ...question.request, year: 0, variant: 'middle' } });
}

/** The result of a year and variant among the rows of all years, if they are those of the newest question; else `null`. */
export function resultOfYear({ question, years }: GapState, year: number, variant: Variant): GapResult | null {
  if (question === null || years === null || years.key !== yearsKey(question)) return null;
  return years.data.rows.find((row) => row.year === year && row.variant === variant)?.result ?? null;
}

/**
 * The rows to show and whether they are stale: those of the newest question as soon as they are known, from its answer or from the rows
 * of all years; until then those of the last answer.
 */
export function shownResult(state: GapState): { readonly result: GapResult | null; readonly stale: boolean } {
  const { question, answered } = state;
  if (question === null || state.problem !== null) return { result: null, stale: false };
  if (isAnswered(state)) return { result: answered!.answer.result, stale: false };
  const ofYear = resultOfYear(state, question.request.year, question.request.variant);
  if (ofYear !== null) return { result: ofYear, stale: false };
  return { result: answered?.answer.result ?? null, stale: true };
}

/** The answer for the map; `null` if it belongs to another service than the newest question's. */
export function shownAnswer({ question, answered, problem }: GapState): GapAnswer | null {
  if (question === null || answered === null || problem !== null) return null;
  return answered.question.request.service === question.request.service ? answered.answer : null;
}
