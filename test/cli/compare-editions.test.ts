import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../src/city/types.ts';
import { editionReport } from '../../src/cli/build-report.ts';
import { compareEditions } from '../../src/cli/compare-editions.ts';
import { at, tinyCity } from '../fixtures/tiny-city.ts';

function withHouses(change: (houses: CityContent['houses']) => CityContent['houses']): CityContent {
  const city = tinyCity();
  return { ...city, houses: change(city.houses) };
}

function housesOf(previous: CityContent, next: CityContent) {
  return compareEditions(previous, next).find(({ kind }) => kind === 'houses')!;
}

describe('two editions of a city', () => {
  it('are equal if nothing changed', () => {
    const city = tinyCity();
    for (const { kind, kept, moved, added, gone } of compareEditions(city, tinyCity())) {
      expect({ kind, kept, moved, added, gone }).toEqual({
        kind,
        kept: city[kind].length,
        moved: [],
        added: [],
        gone: [],
      });
    }
  });

  it('count a house as moved beyond 50 m, with the distance', () => {
    const previous = withHouses(([first, ...rest]) => [{ ...first!, position: at(500, 500) }, ...rest]);
    const near = withHouses(([first, ...rest]) => [{ ...first!, position: at(549, 500) }, ...rest]);
    const far = withHouses(([first, ...rest]) => [{ ...first!, position: at(552, 500) }, ...rest]);
    expect(housesOf(previous, near).moved).toEqual([]);
    const [moved] = housesOf(previous, far).moved;
    expect(moved!.id).toBe(previous.houses[0]!.id);
    expect(Math.abs(moved!.meters - 52)).toBeLessThan(0.5);
  });

  it('list what is new and what is gone, and say so in words', () => {
    const previous = tinyCity();
    const [first, ...rest] = previous.houses;
    const next = withHouses(() => [...rest, { ...first!, id: 'kitas:neu', name: 'Neubau' }]);
    const houses = housesOf(previous, next);
    expect(houses).toMatchObject({
      kept: rest.length,
      added: [{ id: 'kitas:neu', name: 'Neubau' }],
      gone: [{ id: first!.id, name: first!.name }],
    });
    const lines = editionReport('2024-12-31-abc', [houses], 'de');
    expect(lines[0]).toBe('Gegenüber der Ausgabe 2024-12-31-abc:');
    expect(lines[1]).toBe(
      `  Häuser: ${rest.length} geblieben, davon 0 um mehr als 50 m verschoben; 1 neu, 1 weggefallen`,
    );
    expect(lines[2]).toBe('    neu: Neubau (kitas:neu)');
  });
});
