import { projectionOf } from '../../city/projection.ts';
import type { ContextPoint, Plot, SocialIndicator } from '../../city/types.ts';
import { effectivePlots } from '../../plan/readers/effective-plots.ts';
import type { Area } from '../../shared/geometry/area.ts';
import { boxOfGeometry } from '../../shared/geometry/box.ts';
import { type DistrictLocator, locatorOf } from '../../shared/geometry/district-locator.ts';
import { interiorPoint } from '../../shared/geometry/interior-point.ts';
import { areaContains } from '../../shared/geometry/side-of-area.ts';
import type { GapCity } from '../gaps/city-model.ts';
import type { PlanScope, PlotNear, SiteSurroundings } from './site-calls.ts';
import { shelterShare, socialNear } from './site-people.ts';
import { pathAt } from './site-register.ts';

/** Plots and context points farther away than this are not around the site. */
const FAR_METERS = 5000;
/** How far a plot may lie to take what a site requires: the way to a Kita, as the crow flies. */
const PLOT_METERS = 1500;

const CONTEXT_KINDS = ['supermarket', 'pharmacy', 'stop', 'toilet'] as const;

export interface SurroundingCity extends GapCity {
  readonly plots: readonly Plot[];
  readonly context: readonly ContextPoint[];
  readonly social: readonly SocialIndicator[];
}

/** What lies around an area: plots, daily needs, and which layers the package lacks. Air distances from its middle. O(plots + points). */
export function siteSurroundings(
  city: SurroundingCity,
  { plan, scenarioId, geometry }: PlanScope & { readonly geometry: Area },
  locator: DistrictLocator = locatorOf(city.districts),
): SiteSurroundings {
  const projection = projectionOf(city.identity.epsg);
  const middle = interiorPoint(geometry);
  const path = pathAt(city, locator, middle);
  const [x, y] = projection.forward(middle[0]!, middle[1]!);
  const metersTo = (position: readonly number[]) => {
    const [ax, ay] = projection.forward(position[0]!, position[1]!);
    return Math.round(Math.sqrt((ax - x) ** 2 + (ay - y) ** 2));
  };
  const plots =
    plan === null
      ? city.plots.map((plot) => ({ ...plot, planningRight: null }))
      : effectivePlots(plan, scenarioId, city.plots);
  const near = plots.flatMap((plot): PlotNear[] => {
    const inner = interiorPoint(plot.geometry);
    const meters = areaContains(geometry, inner) ? 0 : metersTo(inner);
    if (meters > PLOT_METERS) return [];
    const { id, name, use, owner, areaSquareMeters, reservedFor, reservedUntil, grade, planningRight } = plot;
    return [
      {
        id,
        name,
        use,
        owner,
        areaSquareMeters,
        reservedFor,
        reservedUntil,
        grade,
        planningRight,
        meters,
        bbox: boxOfGeometry(plot.geometry)!,
      },
    ];
  });
  return {
    plots: near.sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1)),
    nearest: nearestOf(city.context, metersTo),
    social: socialNear(city, city.social, path),
    shelters: shelterShare(city, path),
    layersMissing: [
      ...(city.context.length === 0 ? (['context'] as const) : []),
      ...(plots.length === 0 ? (['plots'] as const) : []),
      ...(city.catchments.length === 0 ? (['catchments'] as const) : []),
      ...(city.network === null ? (['network'] as const) : []),
    ],
  };
}

function nearestOf(
  context: readonly ContextPoint[],
  metersTo: (position: readonly number[]) => number,
): SiteSurroundings['nearest'] {
  const found: { -readonly [K in keyof SiteSurroundings['nearest']]: number | null } = {};
  for (const kind of CONTEXT_KINDS) {
    const own = context.filter((point) => point.kind === kind);
    if (own.length === 0) continue;
    const nearest = own.reduce((best, { position }) => Math.min(best, metersTo(position)), Infinity);
    found[kind] = nearest <= FAR_METERS ? nearest : null;
  }
  return found;
}
