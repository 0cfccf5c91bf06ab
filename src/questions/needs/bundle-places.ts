import { projectionOf } from '../../city/projection.ts';
import type { Plot } from '../../city/types.ts';
import type { ObjectOf, Plan } from '../../plan/plan.ts';
import { effectivePlots } from '../../plan/readers/effective-plots.ts';
import { effectiveSites } from '../../plan/readers/effective-sites.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import { areaSquareMeters } from '../../shared/geometry/area-square-meters.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import type { GapCity } from '../gaps/city-model.ts';
import type { Readiness } from './need-calls.ts';

/** A city with its plots. */
export type NeedCity = GapCity & { readonly plots: readonly Plot[] };

/** A plot or site as a scenario has it. */
export interface Land extends Readiness {
  readonly position: LonLat;
  /** Further uses can still be agreed: no fire station or church, and no site whose contract is signed, that rests or is left out. */
  readonly isOpen: boolean;
}

/** Uses named in a plan that leave no room for others. */
const CLOSED_USES = /feuerwehr|kirche|friedhof|polizei/i;
/** Up to this stage of a site uses can be agreed: the contract (§ 11 BauGB) is 9. */
const LAST_OPEN_STAGE = 9;

/** All plots and sites of the package and the plan in a scenario (`null` = Bestand): plots by id, then sites by id. */
export function landOf(city: NeedCity, plan: Plan | null, scenarioId: string | null): readonly Land[] {
  const projection = projectionOf(city.identity.epsg);
  const plots = plan === null ? city.plots : effectivePlots(plan, scenarioId, city.plots);
  const sites =
    plan === null
      ? city.sites.map((site) => ({ ...site, leftOut: false }))
      : effectiveSites(plan, scenarioId, city.sites);
  const byId = (a: Land, b: Land) => (a.id < b.id ? -1 : 1);
  return [
    ...plots
      .map(
        ({ id, name, geometry, areaSquareMeters: area, owner, reservedFor, use }): Land => ({
          kind: 'plot',
          id,
          name,
          position: interiorPoint(geometry) as LonLat,
          areaSquareMeters: area,
          owner,
          reservedFor,
          stage: null,
          isOpen: use === null || !CLOSED_USES.test(use),
        }),
      )
      .sort(byId),
    ...sites
      .map(
        ({ id, name, geometry, owner, stage, sideState, leftOut }): Land => ({
          kind: 'site',
          id,
          name,
          position: interiorPoint(geometry) as LonLat,
          areaSquareMeters: Math.round(areaSquareMeters(geometry, projection)),
          owner,
          reservedFor: null,
          stage,
          isOpen: sideState === null && !leftOut && stage <= LAST_OPEN_STAGE,
        }),
      )
      .sort(byId),
  ];
}

/** The plot or site that a need names, by kind and id. */
export function landById(land: readonly Land[]): (place: ObjectOf<'needs'>['place']) => Land | null {
  const known = new Map(land.map((item) => [`${item.kind} ${item.id}`, item]));
  return (place) => {
    if (place.kind === 'plot') return known.get(`plot ${place.plotId}`) ?? null;
    return place.kind === 'site' ? (known.get(`site ${place.siteId}`) ?? null) : null;
  };
}

/** Where a need stands; `null` for a district and the whole city, and for a plot or site that is not there. */
export function positionOf(
  place: ObjectOf<'needs'>['place'],
  land: (place: ObjectOf<'needs'>['place']) => Land | null,
): LonLat | null {
  switch (place.kind) {
    case 'point':
      return place.position as unknown as LonLat;
    case 'area':
      return interiorPoint(place.geometry as Plot['geometry']) as LonLat;
    case 'plot':
    case 'site':
      return land(place)?.position ?? null;
    case 'district':
    case 'city':
      return null;
  }
}
