import { describe, expect, it } from 'vitest';
import type { DistrictFigure } from '../../../src/city/types.ts';
import { publishedFigure, publishedFigures } from '../../../src/questions/gap-map/published-figure.ts';
import { tinyCity } from '../../fixtures/tiny-city.ts';

const figure = (district: string, year: number, value: number | null): DistrictFigure => ({
  district,
  service: 'kita-u3',
  year,
  kind: 'waiting-list',
  value,
  source: 0,
});

const ask = (figures: readonly DistrictFigure[], district: string | null, year = 2030) =>
  publishedFigure({ ...tinyCity(), districtFigures: figures }, district, 'kita-u3', 'waiting-list', year);

describe('a published figure', () => {
  it('is the sum of the largest districts in the latest year, with those that state none counted', () => {
    const figures = [figure('amt:1', 2024, 9), figure('amt:1', 2025, 12), figure('amt:2', 2025, null)];
    expect(ask(figures, null)).toEqual({ year: 2025, value: 12, districtsWithoutFigure: 1 });
    expect(ask(figures, null, 2024)).toEqual({ year: 2024, value: 9, districtsWithoutFigure: 0 });
    expect(ask(figures, null, 2023)).toBeNull();
  });

  it('is that of the area itself where it has one', () => {
    const figures = [figure('amt:1', 2025, 12), figure('zehnblock', 2025, 40), figure('amt:11', 2025, 5)];
    expect(ask(figures, null)!.value).toBe(40);
    expect(ask(figures, 'amt:1')!.value).toBe(12);
    expect(ask(figures.slice(2), 'amt:1')!.value).toBe(5);
  });

  it('stays missing where nobody states a value, or only for another service or kind', () => {
    expect(ask([figure('amt:1', 2025, null)], null)).toBeNull();
    expect(ask([{ ...figure('amt:1', 2025, 3), kind: 'occupied' }], null)).toBeNull();
    expect(ask([{ ...figure('amt:1', 2025, 3), service: 'kita-ue3' }], null)).toBeNull();
  });
});

describe('published figures of all districts', () => {
  const ask = (figures: readonly DistrictFigure[], year: number) =>
    publishedFigures({ districtFigures: figures }, 'kita-u3', 'waiting-list', year);

  it('are those of one year, the latest that states any', () => {
    const figures = [
      figure('amt:1', 2024, 9),
      figure('amt:2', 2024, 4),
      figure('amt:1', 2025, 12),
      figure('amt:2', 2025, null),
      figure('amt:2', 2026, null),
    ];
    expect(ask(figures, 2030)).toEqual({ year: 2025, byDistrict: new Map([['amt:1', 12]]) });
    expect(ask(figures, 2024)!.byDistrict).toEqual(
      new Map([
        ['amt:1', 9],
        ['amt:2', 4],
      ]),
    );
    expect(ask(figures, 2023)).toBeNull();
  });
});
