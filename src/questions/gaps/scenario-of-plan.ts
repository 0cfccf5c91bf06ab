import type { House } from '../../city/types.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { effectiveSites } from '../../plan/readers/effective-sites.ts';
import { scenarioFacilities } from '../../plan/readers/scenario-facilities.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { fail } from '../../shared/problem.ts';
import type { GapCity } from './city-model.ts';
import { applyScenario, type ScenarioCity } from './scenario-city.ts';

/** A city as a plan's scenario has it, with everything that has to be said beside its results. */
export interface PlanCity extends ScenarioCity {
  /** Measures that a merge left without their place or house: they change nothing. */
  readonly measuresIncomplete: readonly string[];
  /** Capacities that the plan assumes for houses of the package that state none. */
  readonly assumedCapacities: readonly Pick<ObjectOf<'assumptions'>, 'houseId' | 'service' | 'capacity'>[];
}

/** The scenario of a plan by its id or its name. Throws `gap.scenario-unknown` with the names there are. */
export function findScenario(plan: Plan, idOrName: string): ObjectOf<'scenarios'> {
  const scenarios = visibleObjects(plan, 'scenarios');
  const found = scenarios.find(({ id }) => id === idOrName) ?? scenarios.find(({ name }) => name === idOrName);
  if (found !== undefined) return found;
  return fail('gap.scenario-unknown', { found: idOrName, known: scenarios.map(({ name }) => name).join(', ') });
}

/**
 * A city with what a plan says: sites added and edited, capacities assumed and, in a scenario, its measures (`null` = Bestand). Throws
 * `gap.scenario-unknown`.
 */
export function cityInScenario(city: GapCity, plan: Plan, scenarioId: string | null): PlanCity {
  if (scenarioId !== null) findScenario(plan, scenarioId);
  const assumed = assumeCapacities(city.houses, visibleObjects(plan, 'assumptions'));
  const { changes, incomplete } = scenarioFacilities(plan, scenarioId);
  const sites = effectiveSites(plan, scenarioId, city.sites);
  return {
    ...applyScenario({ ...city, houses: assumed.houses }, changes, sites),
    measuresIncomplete: incomplete,
    assumedCapacities: assumed.used.map(({ houseId, service, capacity }) => ({ houseId, service, capacity })),
  };
}

/** Sets assumed places where an offer of the package states none; what is stated stays. */
function assumeCapacities(
  houses: readonly House[],
  assumptions: readonly ObjectOf<'assumptions'>[],
): { readonly houses: readonly House[]; readonly used: readonly ObjectOf<'assumptions'>[] } {
  const changed = new Map<string, House>();
  const byId = new Map(assumptions.length === 0 ? [] : houses.map((house) => [house.id, house]));
  const used = assumptions.filter(({ houseId, service, capacity }) => {
    const house = changed.get(houseId) ?? byId.get(houseId);
    const own = house?.offers.filter((offer) => offer.service === service) ?? [];
    const states = own.some((o) => o.capacityApproved.value !== null || o.capacityAvailable.value !== null);
    if (house === undefined || own.length === 0 || states) return false;
    const offers = house.offers.map((offer) =>
      offer === own[0]
        ? { ...offer, capacityApproved: { value: capacity, date: null } }
        : own.includes(offer)
          ? { ...offer, capacityApproved: { value: 0, date: null } }
          : offer,
    );
    changed.set(houseId, { ...house, offers, grade: 'assumed' });
    return true;
  });
  return { houses: houses.map((house) => changed.get(house.id) ?? house), used };
}
