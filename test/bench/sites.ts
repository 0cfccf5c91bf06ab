import type { CityContent } from '../../src/city/types.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { createCityModel, type GapSite } from '../../src/questions/gaps/city-model.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../src/questions/gaps/service-reach.ts';
import { compareSite } from '../../src/questions/sites/compare-site.ts';
import { createKeptSides } from '../../src/questions/sites/kept-sides.ts';
import { siteImpacts } from '../../src/questions/sites/site-impact.ts';
import type { Area } from '../../src/shared/geometry/area.ts';
import { type Timing, time } from './measure.ts';

const SITES = 24;

/** Times what is computed when a dossier opens: all services, all years, with the site and without it, distances known. */
export function timeSites(
  report: (city: string, work: string, timing: Timing | null, note?: string) => void,
  city: CityContent,
): void {
  const model = createCityModel(city);
  const reach = createReachStore(model);
  const kept = createKeptSides(model);
  const compared = DEFAULT_CATALOGUE.filter(({ model: kind }) => kind !== 'count');
  const answer = (site: GapSite) => {
    const steps = siteImpacts(compareSite(city, site, { model, reach }, kept), compared, {
      catalogue: DEFAULT_CATALOGUE,
      counts: DEFAULT_COUNTS,
      variant: 'middle',
    });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  const sites = city.sites.filter(({ dwellings, firstOccupancy }) => (dwellings ?? 0) > 0 && firstOccupancy !== null);
  let next = 0;
  const site = () => sites[next++ % sites.length]!;
  const note = `${compared.length} services, ${city.identity.years.length} years, six more for sites occupied late`;
  report(
    'S',
    'dossier of a site, with and without (300 ms allowed)',
    time(SITES, () => answer(site())),
    note,
  );
  const tried = () => ({ ...site(), id: `tried-${next}`, geometry: moved(site().geometry, next) });
  report(
    'S',
    'quick check of a place without a site',
    time(SITES, () => answer(tried())),
    note,
  );
}

/** Another place nearby, a different one each time. */
function moved(area: Area, by: number): Area {
  const shift = (coordinates: unknown): unknown =>
    typeof (coordinates as number[])[0] === 'number'
      ? [(coordinates as number[])[0]! + 0.0002 * by, (coordinates as number[])[1]! + 0.0001 * by]
      : (coordinates as unknown[]).map(shift);
  return { ...area, coordinates: shift(area.coordinates) } as Area;
}
