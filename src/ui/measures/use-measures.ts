import '../../i18n/later-texts.ts';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { partsOfScenario, type ScenarioParts } from '../../plan/readers/scenario-parts.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { scenarioActions } from '../../state/scenario-actions.ts';
import { useApp, useTexts, useView } from '../common/app-context.ts';

export function usePlan(): Plan | null {
  return useStore(useApp().planState, (state) => state.plan);
}

/** The scenario in force with its measures in their order; `null` = Bestand. */
export function useScenario(): { readonly scenario: ObjectOf<'scenarios'>; readonly parts: ScenarioParts } | null {
  const plan = usePlan();
  const id = useView((state) => state.scenarioId);
  return useMemo(() => {
    const scenario = plan === null || id === null ? undefined : plan.scenarios[id];
    if (plan === null || scenario === undefined || scenario.removed !== null) return null;
    return { scenario, parts: partsOfScenario(plan, scenario.id) };
  }, [plan, id]);
}

export function useScenarios(): readonly ObjectOf<'scenarios'>[] {
  const plan = usePlan();
  return useMemo(() => (plan === null ? [] : visibleObjects(plan, 'scenarios')), [plan]);
}

/** What can be done with scenarios and measures, signed by who works here. */
export function useScenarioActions() {
  const t = useTexts();
  const { planSession, settings } = useApp();
  return useMemo(
    () =>
      scenarioActions(planSession, () => ({
        at: new Date().toISOString(),
        by: settings.read().person ?? t('plan.nobody'),
      })),
    [planSession, settings, t],
  );
}

/** A name that no scenario has yet: "Plan A", "Plan B", … */
export function freeName(taken: readonly { readonly name: string }[], nameOf: (letter: string) => string): string {
  const names = new Set(taken.map(({ name }) => name));
  for (let i = 0; ; i++) {
    const letter = i < 26 ? String.fromCharCode(65 + i) : String(i + 1);
    const name = nameOf(letter);
    // "Plan A: mehr Kitas" has taken the letter too.
    if (![...names].some((other) => other === name || other.startsWith(`${name}:`))) return name;
  }
}
