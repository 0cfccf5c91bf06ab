import { expect, it } from 'vitest';
import { findPlaces } from '../../src/questions/find-places.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

it('finds houses and areas of all kinds in one go, in the order asked; what is not there is null', () => {
  const city = tinyCity();
  const house = city.houses[0]!;
  const plot = city.plots[0]!;
  const found = findPlaces(city, [
    { kind: 'house', id: house.id },
    { kind: 'plot', id: 'nowhere' },
    { kind: 'plot', id: plot.id },
    { kind: 'district', id: 'amt:11' },
    { kind: 'house', id: plot.id },
  ]);
  expect(found.map((place) => place?.name ?? null)).toEqual([house.name, null, plot.name, 'West-Süd', null]);
  expect(found[0]?.position).toEqual(house.position);
  const ring = plot.geometry.type === 'Polygon' ? plot.geometry.coordinates[0]! : plot.geometry.coordinates[0]![0]!;
  const [lon, lat] = found[2]!.position;
  expect(lon > Math.min(...ring.map(([x]) => x!)) && lon < Math.max(...ring.map(([x]) => x!))).toBe(true);
  expect(lat > Math.min(...ring.map(([, y]) => y!)) && lat < Math.max(...ring.map(([, y]) => y!))).toBe(true);
});
