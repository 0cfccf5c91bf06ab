import '../../../i18n/later-texts.ts';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import type { NeedCalls } from '../../../questions/needs/need-calls.ts';
import type { KeptAnswer, NeedCallName } from '../../../state/need-answers-session.ts';
import { useApp, useCity } from '../../common/app-context.ts';

/** What a section asks: `null` = it cannot ask yet. */
export interface AskedQuestion<N extends NeedCallName> {
  /** Equal keys, equal answers. */
  readonly key: string;
  readonly input: NeedCalls[N]['input'];
}

export interface ShownAnswer<T> {
  readonly value: T | null;
  /** A newer answer is on its way. */
  readonly stale: boolean;
  readonly problem: KeptAnswer<T>['problem'];
  /** How much of the newest question is computed, 0–1; `null` = not known. */
  readonly share: number | null;
}

/** The worker's answer to a question, asked again as often as it changes. */
export function useNeedAnswer<N extends NeedCallName>(
  name: N,
  question: AskedQuestion<N> | null,
): ShownAnswer<NeedCalls[N]['output']> {
  const { needAnswers, scenarios } = useApp();
  const isOpen = useCity((state) => state.phase === 'open');
  // The worker has the plan once it is known which scenarios there are.
  const isReady = useStore(scenarios, (state) => state.ready) && isOpen;
  const { value, key, problem, share } = useStore(
    needAnswers.store,
    (state) => state[name] as KeptAnswer<NeedCalls[N]['output']>,
  );
  const wanted = question?.key ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions with the same key are the same question
  useEffect(() => {
    if (isReady && question !== null) needAnswers.ask(name, question.key, question.input);
  }, [needAnswers, name, wanted, isReady]);
  return { value, stale: value !== null && key !== wanted, problem, share };
}

const numbers = new WeakMap<object, number>();
let next = 1;

/** A number for each state of some collections of a plan: an unchanged collection stays the same object. */
export function stateOf(plan: Plan, collections: readonly (keyof Plan)[]): string {
  return collections
    .map((name) => {
      const collection = plan[name] as object;
      if (!numbers.has(collection)) numbers.set(collection, next++);
      return numbers.get(collection);
    })
    .join('.');
}
