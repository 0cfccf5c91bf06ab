import type { ObjectOf, Plan } from '../plan.ts';
import { visibleObjects } from './visible-objects.ts';

export interface ScenarioParts {
  /** In their order. */
  readonly measures: readonly ObjectOf<'measures'>[];
  readonly offersOf: (measureId: string) => readonly ObjectOf<'measureOffers'>[];
  readonly edits: readonly ObjectOf<'edits'>[];
  readonly sitePhases: readonly ObjectOf<'sitePhases'>[];
  readonly siteParameters: readonly ObjectOf<'siteParameters'>[];
}

/** What a scenario consists of; `null` = Bestand: no measures, and what is set for all scenarios. */
export function partsOfScenario(plan: Plan, scenarioId: string | null): ScenarioParts {
  const own = (object: { readonly scenarioId: string | null }) => object.scenarioId === scenarioId;
  const measures = visibleObjects(plan, 'measures', own);
  const ids = new Set(measures.map(({ id }) => id));
  const offers = new Map<string, ObjectOf<'measureOffers'>[]>();
  for (const offer of visibleObjects(plan, 'measureOffers', ({ measureId }) => ids.has(measureId))) {
    offers.set(offer.measureId, [...(offers.get(offer.measureId) ?? []), offer]);
  }
  return {
    measures,
    offersOf: (id) => offers.get(id) ?? [],
    edits: visibleObjects(plan, 'edits', own),
    sitePhases: visibleObjects(plan, 'sitePhases', own),
    siteParameters: visibleObjects(plan, 'siteParameters', own),
  };
}
