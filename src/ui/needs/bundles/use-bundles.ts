import { useMemo } from 'react';
import type { Plan } from '../../../plan/plan.ts';
import { bundleQuestionOf } from '../../../questions/needs/bundle-question.ts';
import type { BundleAnswer, BundleRules, SetVerdict } from '../../../questions/needs/need-calls.ts';
import { useCity, useView } from '../../common/app-context.ts';
import { type AskedQuestion, type ShownAnswer, stateOf, useNeedAnswer } from '../joint/use-need-answer.ts';

/** What the answers about bundles follow. */
const READ = ['needs', 'bundles', 'bundleMembers', 'plots', 'sites', 'sitePhases', 'edits'] as const;

function useKey(plan: Plan | null, rules: BundleRules): string | null {
  const scenarioId = useView((state) => state.scenarioId);
  const edition = useCity((state) => state.summary?.edition ?? null);
  return plan === null || edition === null ? null : JSON.stringify([edition, scenarioId, stateOf(plan, READ), rules]);
}

/** The proposals for a plan under the rules of the search. */
export function useProposals(plan: Plan | null, rules: BundleRules): ShownAnswer<BundleAnswer> {
  const key = useKey(plan, rules);
  const scenarioId = useView((state) => state.scenarioId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the plan changed in what bundling reads
  const question = useMemo(
    (): AskedQuestion<'bundleProposals'> | null =>
      plan === null || key === null ? null : { key, input: bundleQuestionOf(plan, scenarioId, rules) },
    [key],
  );
  return useNeedAnswer('bundleProposals', question);
}

/** Whether chosen needs fit; nothing is asked for fewer than two. */
export function useVerdict(plan: Plan | null, rules: BundleRules, needIds: readonly string[]): ShownAnswer<SetVerdict> {
  const base = useKey(plan, rules);
  const scenarioId = useView((state) => state.scenarioId);
  const key = base === null || needIds.length < 2 ? null : `${base} ${needIds.join(' ')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the plan or the choice changed
  const question = useMemo(
    (): AskedQuestion<'bundleVerdict'> | null =>
      plan === null || key === null ? null : { key, input: { ...bundleQuestionOf(plan, scenarioId, rules), needIds } },
    [key],
  );
  return useNeedAnswer('bundleVerdict', question);
}
