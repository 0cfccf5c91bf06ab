import { fail } from '../../shared/problem.ts';

/**
 * Costs (metres, minutes, …) from clients to sites: client i and site j at `costs[i × siteCount + j]`; `Infinity` where the site cannot
 * serve the client.
 */
export interface CostMatrix {
  readonly clientCount: number;
  readonly siteCount: number;
  readonly costs: Float64Array;
}

/** Fails with `location.count-invalid` unless `count` is a whole number from 1 (or `least`) to the number of sites. */
export function checkSiteCount(count: number, siteCount: number, least = 1): void {
  if (!Number.isInteger(count) || count < least || count > siteCount) {
    fail('location.count-invalid', { found: count, least, most: siteCount });
  }
}
