import { projectionOf } from '../../city/projection.ts';
import { circleOfSite, maySee, planForCircle } from '../../plan/readers/circles.ts';
import { effectiveSites } from '../../plan/readers/effective-sites.ts';
import type { Circle } from '../../plan/types/common.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { PathStep } from '../describe-object.ts';
import type { GapCity, GapSite } from '../gaps/city-model.ts';
import { siteShareOnTop } from '../gaps/gap-sites.ts';
import { cityInScenario } from '../gaps/scenario-of-plan.ts';
import type { PlanScope, RegisterSite, SiteRegister } from './site-calls.ts';

/** The districts a position lies in, largest first. */
export function pathAt(city: GapCity, locator: DistrictLocator, position: readonly number[]): PathStep[] {
  const names = new Map(city.districts.map(({ id, name }) => [id, name]));
  return locator
    .locate(position)
    .filter((id) => id !== null)
    .map((id) => ({ id, name: names.get(id) ?? id }));
}

/**
 * Every site of the package and of the plan as it is in a scenario, those left out included. Sorted by id. Throws `gap.scenario-unknown`.
 * O(sites × (corners + districts)).
 */
export function siteRegister(city: GapCity, { plan, scenarioId }: PlanScope, locator: DistrictLocator): SiteRegister {
  const projection = projectionOf(city.identity.epsg);
  const inScenario = plan === null ? null : cityInScenario(city, plan, scenarioId);
  const byId = new Map((inScenario?.city ?? city).sites.map((site) => [site.id, site]));
  const known = new Map(city.sites.map((site) => [site.id, site]));
  const effective =
    plan === null
      ? [...city.sites].sort((a, b) => (a.id < b.id ? -1 : 1)).map((site) => ({ ...site, ...AS_DELIVERED }))
      : effectiveSites(plan, scenarioId, city.sites);
  const sites = effective.map((site): RegisterSite => {
    // A site that is left out has lost its parameters with it: it brings nobody.
    const own: GapSite | undefined = byId.get(site.id);
    const source = known.get(site.id)?.source;
    return {
      ...site,
      internalShare: own?.internalShare ?? null,
      parameters: own?.parameters ?? {},
      path: pathAt(city, locator, interiorPoint(site.geometry)),
      bbox: boxOfGeometry(site.geometry)!,
      areaSquareMeters: areaSquareMeters(site.geometry, projection),
      sourceName: source === undefined ? null : (city.sources[source]?.name ?? null),
      shareOnTop: siteShareOnTop(city, own ?? { ...site, source: source ?? -1 }),
    };
  });
  return { sites, parametersUnknown: inScenario?.parametersUnknown ?? [] };
}

/**
 * The register as a circle may see it: sites, changes laid over them and a scenario of narrower circles are not in it (a scenario that it
 * may not see is Bestand).
 */
export function siteRegisterForCircle(
  city: GapCity,
  { plan, scenarioId, circle }: PlanScope & { readonly circle: Circle },
  locator: DistrictLocator,
): SiteRegister {
  const seen = plan === null ? null : planForCircle(plan, circle).plan;
  const scope = scenarioId !== null && seen?.scenarios[scenarioId] !== undefined ? scenarioId : null;
  const register = siteRegister(city, { plan: seen, scenarioId: scope }, locator);
  const circleOf = (site: RegisterSite) => (plan === null ? site.circle : circleOfSite(plan, site.id));
  return { ...register, sites: register.sites.filter((site) => maySee(circle, circleOf(site))) };
}

/** A site that no plan has touched. */
const AS_DELIVERED = {
  contactRole: null,
  circle: 'agsp',
  origin: 'package',
  edited: [],
  leftOut: false,
  phasesComplete: true,
} as const;
