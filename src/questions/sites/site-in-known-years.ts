import type { ServiceId } from '../../shared/services.ts';
import type { RegisterSite } from './site-calls.ts';
import type { SiteWaves } from './site-waves.ts';

type Occupied = Pick<RegisterSite, 'firstOccupancy' | 'phases'>;

/** Whether nobody has moved in by the last year that the city package knows: with and without the site are then the same in all of them. */
export function isBeyondYears({ firstOccupancy, phases }: Occupied, lastYear: number): boolean {
  const first = Math.min(...phases.map(({ year }) => year), firstOccupancy ?? Infinity);
  return Number.isFinite(first) && first > lastYear;
}

/**
 * A site beyond the years of the package, moved so that it asks most of a service in the last year that the package knows; any other as it
 * is. What it does is then said of the surroundings as they are known, rather than of years in which it is empty.
 */
export function siteInKnownYears<S extends Occupied>(
  site: S,
  waves: SiteWaves,
  service: ServiceId,
  lastYear: number,
): S {
  if (!isBeyondYears(site, lastYear)) return site;
  const wave = waves.services.find(({ indicator }) => indicator.service === service) ?? waves.residents.all;
  const earlier = wave.peak.year - lastYear;
  return {
    ...site,
    firstOccupancy: site.firstOccupancy === null ? null : site.firstOccupancy - earlier,
    phases: site.phases.map(({ year, share }) => ({ year: year - earlier, share })),
  };
}
