import { describe, expect, it } from 'vitest';
import type { Area, Building } from '../../../src/city/types.ts';
import { createCellFrame } from '../../../src/pipeline/population/cell-frame.ts';
import { findResidentialGround } from '../../../src/pipeline/population/residential-ground.ts';
import { box, cell, distribute, district, EPSG, figures, grid, house, ORIGIN } from './metric-city.ts';

/** Kind and cells (metres from the origin) of each tier. */
function tiers(buildings: readonly Building[], residential: readonly Area[], business: readonly Area[]) {
  const found = findResidentialGround(buildings, residential, business, createCellFrame(EPSG));
  return found.map(({ kind, places }) => [
    kind,
    ...places.map(({ column, row }) => `${column * 100 - ORIGIN.x},${row * 100 - ORIGIN.y}`),
  ]);
}

const known = house(10, 10, 9, 9, { residential: true });
const shed = house(110, 10, 9, 9, { residential: false });
const unknown = house(210, 10, 9, 9);
const hall = house(310, 10, 80, 80);
const homes = box(200, 0, 300, 100);
const business = box(300, 0, 400, 100);

describe('residential ground', () => {
  it('is every building not known to be something else', () => {
    expect(tiers([known, shed, unknown, hall], [], [])).toEqual([['buildings', '0,0', '200,0', '300,0']]);
  });

  it('prefers buildings that are no halls on business land, then residential land, then the halls', () => {
    expect(tiers([known, shed, unknown, hall], [homes], [business])).toEqual([
      ['buildings', '0,0', '200,0'],
      ['land', '200,0'],
      ['buildings', '300,0'],
    ]);
  });

  it('keeps a known home on business land', () => {
    const caretaker = house(310, 10, 9, 9, { residential: true });
    expect(tiers([caretaker], [], [business])).toEqual([['buildings', '300,0']]);
  });

  it('is nothing where there is neither', () => {
    expect(tiers([shed], [], [business])).toEqual([]);
  });
});

describe('people on residential ground', () => {
  const parts = [
    district('d:a', box(0, 0, 400, 100)),
    district('d:b', box(400, 0, 800, 100)),
    district('d:c', box(800, 0, 1200, 100)),
  ];
  const counts = parts.map(({ id }) => ({ district: id, total: 60, persons: [] }));
  const buildings = [known, unknown, hall, house(450, 10, 80, 80), house(810, 10, 80, 80)];
  const residentialAreas = [homes, box(700, 0, 800, 100)];
  const businessAreas = [business, box(400, 0, 600, 100), box(800, 0, 1400, 100)];

  it('stand by the best that each district has: its houses, its residential land, its halls', () => {
    const { points } = distribute({ districts: parts, counts, buildings, residentialAreas, businessAreas });
    expect(Object.keys(figures(points))).toEqual(['0,0', '200,0', '700,0', '800,0']);
    expect(figures(points)).toMatchObject({ '700,0': [60], '800,0': [60] });
    expect(points.map(({ grade }) => grade)).toEqual(['estimated', 'estimated', 'estimated', 'estimated']);
  });

  it('stand by the best that each coarse cell has', () => {
    const cells = [cell(0, 0, 50, {}, 1000), cell(1000, 0, 7, {}, 1000)];
    const parts = { buildings: [...buildings, house(1310, 10, 80, 80)], residentialAreas, businessAreas };
    const { points } = distribute({ grid: grid(cells, 1000), ...parts });
    expect(Object.keys(figures(points))).toEqual(['0,0', '200,0', '1300,0']);
    expect(figures(points)).toMatchObject({ '1300,0': [7] });
  });
});
