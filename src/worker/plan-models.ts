import type { WalkProfile } from '../engine/network/walk-graph.ts';
import type { Plan } from '../plan/plan.ts';
import { type CellFrame, createCellFrame } from '../questions/gap-map/cell-frame.ts';
import { type CityModel, createCityModel, type GapCity } from '../questions/gaps/city-model.ts';
import { cityInScenario, type PlanCity } from '../questions/gaps/scenario-of-plan.ts';
import { createReachStore, type ReachStore } from '../questions/gaps/service-reach.ts';
import { type MeasureDraft, planWithDraft } from '../questions/measures/measure-draft.ts';
import { basisOf, type PlanInUse } from '../questions/measures/plan-basis.ts';
import { fail } from '../shared/problem.ts';
import { lruCache } from './lru-cache.ts';

/** A city in a scenario, prepared for questions under one walking profile; distances are computed once per service and kept. */
export interface Prepared {
  readonly model: CityModel;
  readonly reach: ReachStore;
  readonly frame: CellFrame;
  /** Names the state: equal in models with equal figures; `null` = a draft, whose figures are not kept. */
  readonly state: string | null;
  /** What of the plan could not be applied; `null` = no plan says anything about the city. */
  readonly applied: Omit<PlanCity, 'city'> | null;
}

export interface PlanModels {
  /**
   * The city in a scenario of a plan (`null` = Bestand), with a draft laid over it if given. What does not differ from an earlier state is
   * used again: a changed measure costs its own search. Throws `gap.scenario-unknown`.
   */
  prepare(inUse: PlanInUse, scenarioId: string | null, profile: WalkProfile, draft?: MeasureDraft): Prepared;
  /** A state that is asked once, e.g. a scenario with one of its measures: not kept. */
  prepareOnce(plan: Plan, scenarioId: string | null, profile: WalkProfile): Prepared;
}

/** States kept beside Bestand: going back and forth between two scenarios, or undo, costs nothing. */
const KEPT_STATES = 6;

function requirePlan({ plan }: PlanInUse, scenarioId: string | null): Plan {
  return plan ?? fail('gap.scenario-unknown', { found: scenarioId ?? '', known: '' });
}

export function createPlanModels(city: GapCity): PlanModels {
  const existing = new Map<WalkProfile, Prepared>();
  const states = lruCache<Prepared>(KEPT_STATES);
  /** What the next state begins with, by profile: the one that was prepared last. */
  const newest = new Map<WalkProfile, Prepared>();

  const bestand = (profile: WalkProfile): Prepared => {
    const known = existing.get(profile);
    if (known !== undefined) return known;
    const model = createCityModel(city, profile);
    const made = {
      model,
      reach: createReachStore(model),
      frame: createCellFrame(model),
      state: profile,
      applied: null,
    };
    existing.set(profile, made);
    return made;
  };
  const derive = (applied: PlanCity, profile: WalkProfile, state: string | null): Prepared => {
    const base = newest.get(profile) ?? bestand(profile);
    const { city: changed, ...about } = applied;
    const model = createCityModel(changed, profile, base.model);
    const frame = model.points === base.model.points ? base.frame : createCellFrame(model);
    return { model, reach: createReachStore(model, base.reach), frame, state, applied: about };
  };

  return {
    prepareOnce: (plan, scenarioId, profile) => derive(cityInScenario(city, plan, scenarioId), profile, null),
    prepare(inUse, scenarioId, profile, draft) {
      const { plan } = inUse;
      if (plan === null && scenarioId === null) return bestand(profile);
      if (plan !== null && draft !== undefined)
        return derive(cityInScenario(city, planWithDraft(plan, draft), scenarioId), profile, null);
      const basis = basisOf(inUse, scenarioId);
      // Kennwerte of one's own change nothing about the city, but have a basis: the city is then Bestand all the same.
      if (basis === null && scenarioId === null) return bestand(profile);
      const key = `${profile} ${scenarioId} ${basis}`;
      const known = states.get(key);
      const found = known ?? derive(cityInScenario(city, requirePlan(inUse, scenarioId), scenarioId), profile, key);
      if (known === undefined) states.set(key, found);
      newest.set(profile, found);
      return found;
    },
  };
}
