import type { House } from '../../city/types.ts';
import { DEFAULT_SITE_PARAMETERS } from '../../engine/sites/site-residents.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { effectiveSites } from '../../plan/readers/effective-sites.ts';
import { scenarioFacilities } from '../../plan/readers/scenario-facilities.ts';
import { visibleObjects } from '../../plan/readers/visible-objects.ts';
import { locatorOf } from '../../shared/geometry/district-locator.ts';
import { fail } from '../../shared/problem.ts';
import type { GapCity, GapSite } from './city-model.ts';
import { findForecastSites } from './forecast-sites.ts';
import { withStageSetting } from './gap-sites.ts';
import { applyScenario, type ScenarioCity, sitesBuilt } from './scenario-city.ts';

/** A city as a plan's scenario has it, with everything that has to be said beside its results. */
export interface PlanCity extends ScenarioCity {
  /** Measures that a merge left without their place or house: they change nothing. */
  readonly measuresIncomplete: readonly string[];
  /** Parameters set for sites that the site model does not know: `site|parameter`. */
  readonly parametersUnknown: readonly string[];
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
  const applied = applyScenario({ ...city, houses: assumed.houses }, changes, sites);
  const set = parametersSet(plan, scenarioId);
  const stages = new Map(visibleObjects(plan, 'stageSettings').map((own) => [own.stage, own]));
  const own = applied.city.sites.map((site) => withStageSetting(withParameters(site, set), stages));
  const bestand = scenarioId === null ? [] : bestandSites(city, plan);
  const districtsAt = (position: readonly number[]) => locatorOf(city.districts).locate(position);
  return {
    ...applied,
    city: { ...applied.city, sites: own, forecastSites: findForecastSites(city, bestand, own, districtsAt) },
    parametersUnknown: set.filter(({ parameter }) => !isKnown(parameter)).map((p) => `${p.siteId}|${p.parameter}`),
    measuresIncomplete: incomplete,
    assumedCapacities: assumed.used.map(({ houseId, service, capacity }) => ({ houseId, service, capacity })),
  };
}

/** The sites as they are without any scenario. */
function bestandSites(city: GapCity, plan: Plan): readonly GapSite[] {
  const set = parametersSet(plan, null);
  return sitesBuilt(effectiveSites(plan, null, city.sites), city.sites).map((site) => withParameters(site, set));
}

/** Parameters of the cohort model: one value for all variants and kinds of buildings. */
const COHORT_PARAMETERS = ['turnover', 'leavingHome', 'totalFertility'] as const;

/** Parameters of the site model that a plan may set for a site; `internalShare` is p_intern. */
export const SITE_PARAMETERS = [
  'internalShare',
  'residentsPerDwelling',
  'floorSquareMetersPerDwelling',
  ...COHORT_PARAMETERS,
] as const;
export type SiteParameterName = (typeof SITE_PARAMETERS)[number];

const isKnown = (parameter: string): parameter is SiteParameterName =>
  (SITE_PARAMETERS as readonly string[]).includes(parameter);

const isOfCohorts = (parameter: SiteParameterName): parameter is (typeof COHORT_PARAMETERS)[number] =>
  (COHORT_PARAMETERS as readonly string[]).includes(parameter);

/** Those set for all scenarios, then those of the scenario, so that later ones win. */
function parametersSet(plan: Plan, scenarioId: string | null): readonly ObjectOf<'siteParameters'>[] {
  const set = visibleObjects(plan, 'siteParameters');
  return [null, ...(scenarioId === null ? [] : [scenarioId])].flatMap((scope) =>
    set.filter((parameter) => parameter.scenarioId === scope),
  );
}

function withParameters(site: GapSite, set: readonly ObjectOf<'siteParameters'>[]): GapSite {
  const own = set.filter(({ siteId }) => siteId === site.id);
  if (own.length === 0) return site;
  let { internalShare } = site;
  const parameters = { ...site.parameters };
  for (const { parameter, low, middle, high } of own) {
    if (!isKnown(parameter)) continue;
    if (parameter === 'internalShare') {
      const share = (value: number | null) => Math.max(0, Math.min(1, value ?? middle ?? 0));
      internalShare = middle === null ? null : { low: share(low), middle: share(middle), high: share(high) };
    } else if (isOfCohorts(parameter)) {
      if (middle === null) continue;
      const { cohortsMfh, cohortsEfh } = { ...DEFAULT_SITE_PARAMETERS, ...parameters };
      parameters.cohortsMfh = { ...cohortsMfh, [parameter]: middle };
      parameters.cohortsEfh = { ...cohortsEfh, [parameter]: middle };
    } else {
      const usual = DEFAULT_SITE_PARAMETERS[parameter];
      const among = (value: number | null, otherwise: number) => value ?? middle ?? otherwise;
      parameters[parameter] = {
        low: among(low, usual.low),
        middle: among(middle, usual.middle),
        high: among(high, usual.high),
      };
    }
  }
  return { ...site, parameters, ...(internalShare === undefined ? {} : { internalShare }) };
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
