import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import { visibleObjects } from '../../../plan/readers/visible-objects.ts';
import { horizonsWithin } from '../../../questions/needs/horizon-figures.ts';
import type { HorizonFigures, NeedGround } from '../../../questions/needs/need-calls.ts';
import type { Problem } from '../../../shared/problem.ts';
import { useApp, useCity, useView } from '../../common/app-context.ts';
import { type AskedQuestion, stateOf, useNeedAnswer } from './use-need-answer.ts';

/** What ranking and Bedarfsblatt rest on. */
export interface JointGround {
  readonly ground: NeedGround;
  readonly figures: HorizonFigures;
  readonly stale: boolean;
}

export function usePlan(): Plan | null {
  return useStore(useApp().planState, (state) => state.plan);
}

/** Where the needs lie and what the Kennwerte say of their districts; `null` until both are there. */
export function useJointGround(plan: Plan | null): {
  readonly joint: JointGround | null;
  readonly problem: Problem | null;
  /** How much is computed, 0–1; `null` = not known. */
  readonly share: number | null;
} {
  const { scenarios, catalogue } = useApp();
  const scenarioId = useView((state) => state.scenarioId);
  const { variant, counts } = useView((state) => state.gap);
  const summary = useCity((state) => state.summary);
  const basisOf = useStore(scenarios, (state) => state.basisOf);
  const indicators = useStore(catalogue, (state) => state.indicators);
  const groundQuestion = useMemo((): AskedQuestion<'needGround'> | null => {
    if (plan === null || summary === null) return null;
    const needs = visibleObjects(plan, 'needs').map(({ id, place }) => ({ id, place }));
    const key = `${summary.edition} ${scenarioId} ${stateOf(plan, ['needs', 'plots', 'sites', 'edits'])}`;
    return { key, input: { scenarioId, needs } };
  }, [plan, summary, scenarioId]);
  const figuresQuestion = useMemo((): AskedQuestion<'horizonFigures'> | null => {
    if (plan === null || summary === null) return null;
    const years = horizonsWithin(summary.identity.years);
    const basis = basisOf(scenarioId);
    const cited = indicators.map(({ id, version }) => `${id}@${version}`);
    const key = JSON.stringify([summary.edition, scenarioId, basis, variant, counts, years, cited]);
    return { key, input: { scenarioId, variant, counts, years, basis } };
  }, [plan, summary, scenarioId, variant, counts, basisOf, indicators]);
  const ground = useNeedAnswer('needGround', groundQuestion);
  const figures = useNeedAnswer('horizonFigures', figuresQuestion);
  const joint = useMemo(
    () =>
      ground.value === null || figures.value === null
        ? null
        : { ground: ground.value, figures: figures.value, stale: ground.stale || figures.stale },
    [ground.value, figures.value, ground.stale, figures.stale],
  );
  return { joint, problem: ground.problem ?? figures.problem, share: figures.share };
}
