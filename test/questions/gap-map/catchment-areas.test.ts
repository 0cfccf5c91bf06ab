import { describe, expect, it } from 'vitest';
import { catchmentAreas } from '../../../src/questions/gap-map/catchment-areas.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const city = tinyCity();

describe('catchments to be drawn', () => {
  it('carry their school and their name', () => {
    const [markt, ufer] = catchmentAreas(city, 'grundschule', 2025);
    expect(markt).toEqual({
      type: 'Feature',
      id: 'bezirk:markt',
      geometry: city.catchments[0]!.geometry,
      properties: { houseId: 'einrichtungen:gs-1', name: 'Schulbezirk Markt' },
    });
    expect(ufer!.properties).toEqual({ houseId: 'einrichtungen:gs-2', name: 'Schulbezirk Ufer' });
  });

  it('are those valid on 31 December of the year, and none for another service', () => {
    const [first, second] = city.catchments;
    const catchments = [
      { ...first!, validTo: '2026-12-31' },
      { ...second!, validFrom: '2026-12-31' },
    ];
    const idsIn = (year: number) => catchmentAreas({ catchments }, 'grundschule', year).map(({ id }) => id);
    expect([idsIn(2025), idsIn(2026)]).toEqual([['bezirk:markt'], ['bezirk:ufer']]);
    expect(catchmentAreas(city, 'kita-u3', 2025)).toEqual([]);
  });
});
