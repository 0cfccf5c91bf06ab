import type { Plan } from '../plan.ts';
import type { Plot } from '../types/sites.ts';
import { editedFields } from './edited-fields.ts';
import { visibleObjects } from './visible-objects.ts';

/** A plot as a city package knows it. */
export type BasePlot = Readonly<Omit<Plot, 'removed' | 'circle' | 'planningRight'>>;

export interface EffectivePlot extends BasePlot {
  readonly planningRight: string | null;
  readonly origin: 'package' | 'plan';
  /** Fields that the plan sets over the package. */
  readonly edited: readonly string[];
}

/** The plots of the package and of the plan with what a scenario (`null` = Bestand) sets over them, sorted by id. */
export function effectivePlots(plan: Plan, scenarioId: string | null, base: readonly BasePlot[]): EffectivePlot[] {
  const edits = editedFields(plan, 'plot', scenarioId);
  const own = visibleObjects(plan, 'plots').map(({ removed: _, circle: __, ...plot }) => ({
    ...plot,
    origin: 'plan' as const,
  }));
  return [...base.map((plot) => ({ planningRight: null, ...plot, origin: 'package' as const })), ...own]
    .map((plot) => {
      const laid = edits.get(plot.id) ?? [];
      const values = Object.fromEntries(laid.map(({ field, value }) => [field, value]));
      return { ...plot, ...values, edited: [...new Set(laid.map(({ field }) => field))] } as EffectivePlot;
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
