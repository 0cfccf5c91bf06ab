import { describe, expect, it } from 'vitest';
import { checkSiteCount } from '../../../src/engine/location/cost-matrix.ts';

describe('the number of sites', () => {
  it('is a whole number from the least to all sites, else a clear problem', () => {
    for (const good of [1, 5]) expect(() => checkSiteCount(good, 5)).not.toThrow();
    for (const bad of [0, 6, 2.5, Number.NaN]) {
      expect(() => checkSiteCount(bad, 5)).toThrow(
        expect.objectContaining({
          problem: { code: 'location.count-invalid', params: { found: bad, least: 1, most: 5 } },
        }),
      );
    }
    expect(() => checkSiteCount(2, 5, 3)).toThrow('location.count-invalid');
  });
});
