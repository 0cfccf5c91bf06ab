import { describe, expect, it } from 'vitest';
import { siteSurroundings } from '../../../src/questions/sites/site-surroundings.ts';
import { at, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';

const city = tinyCity();
const around = (geometry: ReturnType<typeof rectangle>, change: Partial<typeof city> = {}) =>
  siteSurroundings({ ...city, ...change }, { plan: null, scenarioId: null, geometry });

describe('what lies around an area', () => {
  it('are the plots near by, nearest first, by air distance from its middle', () => {
    // From (650, 850) to (760, 850) and (140, 355): 110 m and √(510² + 495²) = 711 m.
    const { plots } = around(rectangle(610, 810, 690, 890));
    expect(plots.map(({ id }) => id)).toEqual(['flaechen:2', 'flaechen:1']);
    expect(Math.abs(plots[0]!.meters - 110)).toBeLessThanOrEqual(1);
    expect(Math.abs(plots[1]!.meters - 711)).toBeLessThanOrEqual(2);
    expect(plots[1]).toMatchObject({
      use: 'Kita',
      areaSquareMeters: 3000,
      reservedFor: 'Jugendamt',
      planningRight: null,
    });
  });

  it('has a plot inside it at 0 m, and none farther than 1,500 m', () => {
    expect(around(rectangle(100, 300, 200, 400)).plots[0]).toMatchObject({ id: 'flaechen:1', meters: 0 });
    // From (140, 355) 1,505 m to the south and more.
    expect(around(rectangle(120, -1160, 160, -1140)).plots.map(({ id }) => id)).toEqual([]);
  });

  it('says how far daily needs are, that there are none within 5 km, or nothing where the package has none', () => {
    // The supermarket lies at (420, 480): 230 and 370 m away.
    const { nearest } = around(rectangle(610, 810, 690, 890));
    expect(Math.abs(nearest.supermarket! - Math.round(Math.hypot(230, 370)))).toBeLessThanOrEqual(1);
    expect(Object.keys(nearest).sort()).toEqual(['stop', 'supermarket']);
    const far = [{ id: 'x', kind: 'pharmacy' as const, name: null, position: at(650, 6000), source: 0 }];
    expect(around(rectangle(610, 810, 690, 890), { context: far }).nearest).toEqual({ pharmacy: null });
  });

  it('names the layers that the package lacks', () => {
    expect(around(rectangle(0, 0, 100, 100)).layersMissing).toEqual([]);
    const bare = { context: [], plots: [], catchments: [], network: null };
    expect(around(rectangle(0, 0, 100, 100), bare).layersMissing).toEqual([
      'context',
      'plots',
      'catchments',
      'network',
    ]);
  });
});
