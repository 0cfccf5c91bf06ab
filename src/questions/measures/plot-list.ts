import type { Plot } from '../../city/types.ts';
import type { Plan } from '../../plan/plan.ts';
import { effectivePlots } from '../../plan/readers/effective-plots.ts';
import type { LonLat } from '../../shared/coordinates.ts';
import type { DistrictLocator } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains } from '../../shared/geometry/side-of-area.ts';
import type { GapCity } from '../gaps/city-model.ts';
import type { PlaceFacts, PlotBrief } from './measure-calls.ts';

/** A plot as it is in a scenario, with its outline. */
export type PlotInPlan = Pick<Plot, 'id' | 'name' | 'geometry' | 'use' | 'reservedFor'> & {
  readonly areaSquareMeters: number | null;
};

/** Plots of the package and the plan in a scenario, sorted by id. */
export function plotsInPlan(
  plan: Plan | null,
  scenarioId: string | null,
  base: readonly Plot[],
): readonly PlotInPlan[] {
  return plan === null ? base : effectivePlots(plan, scenarioId, base);
}

/** Name of the smallest district at a position; `null` = in none. */
export function districtNameAt(
  { districts }: Pick<GapCity, 'districts'>,
  locator: DistrictLocator,
  position: readonly number[],
): string | null {
  const id = locator.locate(position).findLast((found) => found !== null);
  return districts.find((district) => district.id === id)?.name ?? null;
}

/** Plots with a point inside each, where a house would stand. */
export function plotBriefs(
  city: Pick<GapCity, 'districts'>,
  locator: DistrictLocator,
  plots: readonly PlotInPlan[],
): PlotBrief[] {
  return plots.map(({ id, name, geometry, areaSquareMeters, use, reservedFor }) => {
    const position = interiorPoint(geometry) as LonLat;
    const district = districtNameAt(city, locator, position);
    return { id, name, position, areaSquareMeters, use, reservedFor, district };
  });
}

/** What lies at a position. Without districts the package's box is the city. */
export function placeFacts(
  city: Pick<GapCity, 'districts' | 'identity' | 'sites'>,
  locator: DistrictLocator,
  plots: readonly PlotInPlan[],
  position: LonLat,
): PlaceFacts {
  const [west, south, east, north] = city.identity.bbox;
  const [lon, lat] = position;
  const inBox = lon >= west && lon <= east && lat >= south && lat <= north;
  const inDistrict = locator.levelCount === 0 || locator.locate(position).some((id) => id !== null);
  const plot = plots.find(({ geometry }) => areaContains(geometry, position)) ?? null;
  const site = city.sites.find(({ geometry }) => areaContains(geometry, position)) ?? null;
  return {
    position,
    outside: !inBox || !inDistrict,
    district: districtNameAt(city, locator, position),
    plot: plot === null ? null : { id: plot.id, name: plot.name },
    site: site === null ? null : { id: site.id, name: site.name },
  };
}
