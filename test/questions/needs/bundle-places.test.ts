import { describe, expect, it } from 'vitest';
import type { Plot, Site } from '../../../src/city/types.ts';
import { landById, landOf, positionOf } from '../../../src/questions/needs/bundle-places.ts';
import { rectangle, tinyCity } from '../../fixtures/tiny-city.ts';

const tiny = tinyCity();
const plot = (id: string, use: string | null): Plot => ({ ...tiny.plots[0]!, id, use });
const site = (id: string, more: Partial<Site>): Site => ({ ...tiny.sites[0]!, id, ...more });

describe('land that needs can share', () => {
  const city = {
    ...tiny,
    plots: [plot('kita', 'Kita'), plot('wache', 'Feuerwehr'), plot('kirche', 'Kirche'), plot('frei', null)],
    sites: [site('s9', { stage: 9 }), site('s10', { stage: 10 }), site('ruht', { sideState: 'dormant' })],
  };
  const land = landOf(city, null, null);

  it('is open unless a fire station or church is named, a site’s plan is in force, or it rests', () => {
    expect(land.map(({ kind, id, isOpen }) => `${kind} ${id} ${isOpen}`)).toEqual([
      'plot frei true',
      'plot kirche false',
      'plot kita true',
      'plot wache false',
      'site ruht false',
      'site s10 false',
      'site s9 true',
    ]);
  });

  it('is where a need stands that names it; a borough and the whole city are no place', () => {
    const named = landById(land);
    const at = positionOf({ kind: 'plot', plotId: 'kita' }, named)!;
    expect(at).toEqual(land.find(({ id }) => id === 'kita')!.position);
    expect(positionOf({ kind: 'plot', plotId: 's9' }, named)).toBeNull();
    expect(positionOf({ kind: 'district', districtId: 'amt:1' }, named)).toBeNull();
    expect(positionOf({ kind: 'city' }, named)).toBeNull();
    const geometry = rectangle(0, 0, 100, 100) as { type: 'Polygon'; coordinates: number[][][] };
    expect(positionOf({ kind: 'area', geometry }, named)).not.toBeNull();
  });
});
