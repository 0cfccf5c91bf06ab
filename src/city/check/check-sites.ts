import type { Where } from '../../shared/problem.ts';
import type { CityContent, Site } from '../types.ts';
import { refuseRule, requireDate, requireNotNegative } from './refuse.ts';

const LAST_STAGE = 14;
/** Shares are written with three decimals at most; a dozen of them may be off by this much together. */
const SHARE_TOLERANCE = 0.01;

/** Development sites and plots. */
export function checkSites({ sites, plots }: CityContent): void {
  for (const site of sites) checkSite(site);
  for (const plot of plots) {
    const where = { layer: 'plots', feature: plot.id };
    requireNotNegative(plot.areaSquareMeters, { ...where, column: 'area_m2' });
    requireDate(plot.reservedUntil, { ...where, column: 'reserved_until' });
  }
}

function checkSite(site: Site): void {
  const at = (column: string): Where => ({ layer: 'sites', feature: site.id, column });
  if (!Number.isInteger(site.stage) || site.stage < 0 || site.stage > LAST_STAGE) {
    refuseRule('between', site.stage, at('stage'), `0 … ${LAST_STAGE}`);
  }
  requireNotNegative(site.dwellings, at('dwellings'));
  requireNotNegative(site.dwellingsLost, at('dwellings_lost'));
  requireNotNegative(site.floorAreaSquareMeters, at('floor_area_m2'));
  if (site.subsidisedShare !== null) requireShare(site.subsidisedShare, at('subsidised_share'));
  requireDate(site.nextDate, at('next_date'));
  for (const { share } of site.phases) requireShare(share, at('phases'));
  const sum = site.phases.reduce((total, { share }) => total + share, 0);
  if (site.phases.length > 0 && Math.abs(sum - 1) > SHARE_TOLERANCE) refuseRule('share-sum', sum, at('phases'));
}

function requireShare(share: number, where: Where): void {
  if (!(share >= 0 && share <= 1)) refuseRule('between', share, where, '0 … 1');
}
