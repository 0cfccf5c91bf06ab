import type { ObjectOf, Plan } from '../../plan/plan.ts';

/** A measure with its offers that the plan does not hold, or not so: it replaces the one with its id. */
export interface MeasureDraft {
  readonly measure: ObjectOf<'measures'>;
  readonly offers: readonly ObjectOf<'measureOffers'>[];
}

/** A plan as it would be with a draft in place of the measure of its id, or beside the others. The plan given stays as it is. */
export function planWithDraft(plan: Plan, { measure, offers }: MeasureDraft): Plan {
  const others = Object.entries(plan.measureOffers).filter(([, offer]) => offer.measureId !== measure.id);
  return {
    ...plan,
    measures: { ...plan.measures, [measure.id]: measure },
    measureOffers: Object.fromEntries([...others, ...offers.map((offer) => [offer.id, offer] as const)]),
  };
}
