import { describe, expect, it } from 'vitest';
import type { SocialIndicator } from '../../../src/city/types.ts';
import { needGround } from '../../../src/questions/needs/need-ground.ts';
import { createDistrictLocator } from '../../../src/shared/geometry/district-locator.ts';
import { at, rectangle, tinyCity } from '../../fixtures/tiny-city.ts';

const tiny = tinyCity();
/** Four boroughs of a quarter of the town each. */
const districts = ['A', 'B', 'C', 'D'].map((name, i) => ({
  id: `d:${name}`,
  level: 1,
  parent: null,
  name,
  geometry: rectangle(250 * i, 0, 250 * (i + 1), 1000),
}));

function socialOf(
  id: string,
  shares: readonly (number | null)[],
  more: Partial<SocialIndicator['rows'][number]> = {},
): SocialIndicator {
  return {
    id,
    de: id,
    en: id,
    date: '2025-12-31',
    source: 0,
    rows: shares.map((share, i) => ({
      district: districts[i]!.id,
      year: 2025,
      numerator: share === null ? null : share * 1000,
      denominator: 1000,
      masked: share === null,
      ...more,
    })),
  };
}

const groundOf = (social: readonly SocialIndicator[], needs: Parameters<typeof needGround>[3]['needs'] = []) =>
  needGround({ ...tiny, districts, social }, null, createDistrictLocator(districts), { scenarioId: null, needs });

describe('the social status of boroughs', () => {
  it('is the mean of the z-scores of what tells of burden, each in its latest year', () => {
    // 10, 10, 30 and 30 %: mean 20, standard deviation √(4 × 10² / 4) = 10.
    const sgb = socialOf('sgb2-u15', [0.1, 0.1, 0.3, 0.3]);
    const old = socialOf('sgb2-u15', [0.9, 0, 0, 0], { year: 2020 });
    const migration = socialOf('migration', [0, 0, 0, 0.9]);
    const { districts: found, indicators } = groundOf([{ ...sgb, rows: [...old.rows, ...sgb.rows] }, migration]);
    expect(found.map(({ name, burden }) => [name, burden])).toEqual([
      ['A', -1],
      ['B', -1],
      ['C', 1],
      ['D', 1],
    ]);
    expect(indicators.map(({ id }) => id)).toEqual(['sgb2-u15']);
    // Unemployment the other way round: both together are the mean, 0.
    const both = groundOf([sgb, socialOf('arbeitslos', [0.3, 0.3, 0.1, 0.1])]);
    expect(both.districts.map(({ burden, indicators: count }) => [burden, count])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
  });

  it('is not known from masked figures, from fewer than 300 persons, or where all are alike', () => {
    const masked = groundOf([socialOf('sgb2-u15', [null, 0.1, 0.2, 0.3])]);
    expect(masked.districts[0]).toMatchObject({ burden: null, indicators: 0 });
    // 0.2 against a mean that floats make a little more: 0, not −0.
    expect(masked.districts[2]!.burden).toBe(0);
    for (const none of [
      socialOf('sgb2-u15', [0.1, 0.2, 0.2, 0.3], { denominator: 299 }),
      socialOf('sgb2-u15', [0.2, 0.2, 0.2, 0.2]),
    ])
      expect(groundOf([none]).districts.map(({ burden }) => burden)).toEqual([null, null, null, null]);
  });
});

describe('where needs lie', () => {
  it('is the borough of their place, and the land that they name', () => {
    const { placed } = groundOf([], [
      {
        id: 'point',
        place: { kind: 'point', position: [...at(300, 50)] as [number, number], searchRadiusMeters: null },
      },
      { id: 'borough', place: { kind: 'district', districtId: 'd:D' } },
      { id: 'plot', place: { kind: 'plot', plotId: 'flaechen:1' } },
      { id: 'city', place: { kind: 'city' } },
      {
        id: 'away',
        place: { kind: 'point', position: [...at(1200, 50)] as [number, number], searchRadiusMeters: null },
      },
    ] as never);
    expect(placed.map(({ id, districtId }) => [id, districtId])).toEqual([
      ['point', 'd:B'],
      ['borough', 'd:D'],
      ['plot', 'd:A'],
      ['city', null],
      ['away', null],
    ]);
    expect(placed[2]!.land).toMatchObject({
      kind: 'plot',
      areaSquareMeters: 3000,
      reservedFor: 'Jugendamt',
      stage: null,
    });
    expect(placed[0]!.land).toBe(null);
  });
});
