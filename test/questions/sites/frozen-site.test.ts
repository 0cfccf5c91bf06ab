import { describe, expect, it } from 'vitest';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { shapeFault } from '../../../src/plan/check-object.ts';
import { frozenFiguresSchema } from '../../../src/plan/types/common.ts';
import { freezeEvidence, freezeSite } from '../../../src/questions/sites/frozen-site.ts';
import { siteRegister } from '../../../src/questions/sites/site-register.ts';
import { computeSiteWaves } from '../../../src/questions/sites/site-waves.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const city = tinyCity();
const [site] = siteRegister(city, { plan: null, scenarioId: null }, createDistrictLocator(city.districts)).sites;
const waves = computeSiteWaves(site!, DEFAULT_CATALOGUE, '06-30');
if (typeof waves === 'string') throw new Error(waves);

describe('figures kept with a decision', () => {
  it('are those of the dossier, in the shape that a plan keeps', () => {
    const frozen = freezeSite(site!, waves, { at: '2026-03-01T09:30:00Z', edition: 'e1', scenarioId: null });
    expect(shapeFault(frozenFiguresSchema, frozen)).toBeNull();
    const u3 = waves.services[0]!;
    expect(frozen.rows[1]).toEqual({
      id: 'kita-u3',
      name: 'kita-u3',
      values: [u3.peak.value, u3.peak.low, u3.peak.high, u3.peak.year, u3.longRun.middle],
    });
    expect(frozen.request).toEqual({ siteId: 'bauvorhaben:1', scenarioId: null, dwellings: 120 });
    const when = { at: '2026-03-01T09:30:00Z', edition: 'e1', scenarioId: null };
    const evidence = freezeEvidence(site!, waves, when, { item: '9', said: 'Spielplatz 150 m' });
    expect(shapeFault(frozenFiguresSchema, evidence)).toBeNull();
    expect(evidence).toEqual({ ...frozen, request: { ...frozen.request, item: '9', said: 'Spielplatz 150 m' } });
  });
});
