import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../src/city/types.ts';
import { describeObject, locateObject } from '../../src/questions/describe-object.ts';
import { findObjectAt } from '../../src/questions/object-at.ts';
import { at, house, offer, rectangle, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const ALL_KINDS = ['house', 'site', 'plot', 'supply-area', 'cell', 'district'] as const;

function describeAs<K extends string>(kind: K, id: string, of: CityContent = city) {
  const details = describeObject(of, { kind: kind as never, id });
  if (details?.kind !== kind) throw new Error(`no ${kind} ${id}`);
  return details as Extract<NonNullable<ReturnType<typeof describeObject>>, { kind: K }>;
}

const namesOf = (path: readonly { readonly name: string }[]) => path.map(({ name }) => name);

describe('a district', () => {
  const details = describeAs('district', 'amt:11');

  it('adds up its demand points', () => {
    // Blocks (c, r) with c, r < 5: 20 + 5 × ((c + 2r) mod 10), but 3 in (0, 0).
    let expected = 3 - 20;
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 5; column++) expected += 20 + 5 * ((column + 2 * row) % 10);
    expect(details.inhabitants).toBe(expected);
    expect(details.bands.map(({ persons }) => persons)).toEqual(
      [0.05, 0.05, 0.1, 0.1, 0.5, 0.2].map((share) => Math.round(expected * share)),
    );
    expect(details.populationGrade).toBe('official');
  });

  it('knows its place in the city and its houses', () => {
    expect(details.parentName).toBe('West');
    expect(details.path).toEqual([{ id: 'amt:1', name: 'West' }]);
    expect(describeAs('district', 'amt:1').children).toEqual([
      { id: 'amt:12', name: 'West-Nord' },
      { id: 'amt:11', name: 'West-Süd' },
    ]);
    // Kita Bachgasse (130, 420) and Hort Südstadt (260, 140).
    expect(details.houseCount).toBe(2);
    expect(details.areaSquareMeters).toBeCloseTo(500 * 500, 0);
  });

  it('counts demand points without a figure instead of taking them as nobody', () => {
    expect(describeAs('district', 'amt:22').unknownPoints).toBe(1);
    expect(details.unknownPoints).toBe(0);
  });

  it('has no figures, not zero, where no demand point knows any', () => {
    const unknown: CityContent = {
      ...city,
      population: city.population.map((point) => ({ ...point, total: null, persons: point.persons.map(() => null) })),
    };
    const found = describeAs('district', 'amt:11', unknown);
    expect(found.inhabitants).toBeNull();
    expect(found.inhabitantsMasked).toBe(false);
    expect(found.bands[0]).toEqual({ band: { from: 0, to: 3 }, persons: null, masked: false });
    expect(found.unknownPoints).toBe(25);
    expect(found.populationGrade).toBeNull();
  });

  it('keeps a small count back together with a second one, so that no difference gives it away', () => {
    const bands = [2, 30, 40, 50, 200, 60];
    const small: CityContent = {
      ...city,
      population: [
        { ...city.population[0]!, id: 'a', districts: ['amt:1', 'amt:11'], total: 382, persons: bands },
        {
          ...city.population[0]!,
          id: 'b',
          districts: ['amt:1', 'amt:12'],
          total: 410,
          persons: [30, 30, 40, 50, 200, 60],
        },
      ],
    };
    const found = describeAs('district', 'amt:11', small);
    expect(found.bands.map(({ masked }) => masked)).toEqual([true, true, false, false, false, false]);
    expect(found.bands.map(({ persons }) => persons)).toEqual([null, null, 40, 50, 200, 60]);
    // The neighbour's figures of the same ages would give them away against the sum of the Stadtbezirk.
    expect(describeAs('district', 'amt:12', small).bands.map(({ masked }) => masked)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a house', () => {
  it('comes with all it offers, its source and where it lies', () => {
    const details = describeAs('house', 'einrichtungen:kita-2');
    expect(details.house.offers[0]?.capacityAvailable).toEqual({ value: null, date: null });
    expect(details.source?.name).toBe('Jugendamt Zehnblock');
    expect(namesOf(details.path)).toEqual(['Ost', 'Ost-Nord']);
    expect(details.geometry).toEqual({ type: 'Point', coordinates: [...at(820, 760)] });
  });

  it('outside the city lies in no district', () => {
    expect(namesOf(describeAs('house', 'einrichtungen:kita-aussen').path)).toEqual([]);
  });
});

describe('areas', () => {
  it('lie in the districts of their middle', () => {
    expect(namesOf(describeAs('site', 'bauvorhaben:1').path)).toEqual(['Ost', 'Ost-Nord']);
    expect(namesOf(describeAs('plot', 'flaechen:1').path)).toEqual(['West', 'West-Süd']);
    expect(namesOf(describeAs('supply-area', 'osm:way/2').path)).toEqual(['West', 'West-Nord']);
  });

  it('carry their figures without the outline, which stands beside them', () => {
    const details = describeAs('site', 'bauvorhaben:2');
    expect(details.site).toMatchObject({ dwellings: null, sideState: 'dormant' });
    expect('geometry' in details.site).toBe(false);
    expect(details.geometry).toEqual(rectangle(910, 110, 970, 190));
  });
});

describe('a cell', () => {
  it('shows its total and never its ages', () => {
    const details = describeAs('cell', 'grid:4-3');
    expect(details).toMatchObject({
      persons: 20 + 5 * 0,
      masked: false,
      classIndex: 1,
    });
    expect(namesOf(details.path)).toEqual(['West', 'West-Süd']);
    expect(JSON.stringify(details)).not.toContain('bands');
    expect(details.geometry).toEqual(rectangle(400, 300, 500, 400));
  });

  it('below five persons keeps the number back and says so', () => {
    expect(describeAs('cell', 'grid:0-0')).toMatchObject({ persons: null, masked: true, classIndex: 0 });
  });

  it('tells nobody from not known', () => {
    expect(describeAs('cell', 'grid:2-7')).toMatchObject({ persons: 0, masked: false, classIndex: null });
    expect(describeAs('cell', 'grid:9-9')).toMatchObject({ persons: null, masked: false, classIndex: null });
  });

  it('is a point where demand points are no grid cells', () => {
    const free: CityContent = { ...city, identity: { ...city.identity, demandGrid: null } };
    expect(describeAs('cell', 'grid:4-3', free).geometry).toEqual({ type: 'Point', coordinates: [...at(450, 350)] });
  });
});

describe('an object the city does not have', () => {
  it.each(ALL_KINDS)('is null for a %s', (kind) => {
    expect(describeObject(city, { kind, id: 'gone:1' })).toBeNull();
    expect(locateObject(city, { kind, id: 'gone:1' })).toBeNull();
  });
});

describe('the object at a position', () => {
  const find = (x: number, y: number, kinds: readonly (typeof ALL_KINDS)[number][] = ALL_KINDS, withinMeters = 15) =>
    findObjectAt(city, { position: at(x, y), kinds, withinMeters });

  it('is the nearest house within reach, before anything below it', () => {
    expect(find(825, 765)).toEqual({ kind: 'house', id: 'einrichtungen:kita-2' });
    expect(find(845, 765)).toEqual({ kind: 'cell', id: 'grid:8-7' });
  });

  it('is the smallest area that contains it: the playground in the park', () => {
    expect(find(225, 720)).toEqual({ kind: 'supply-area', id: 'osm:way/2' });
    expect(find(280, 790)).toEqual({ kind: 'supply-area', id: 'osm:way/1' });
  });

  it('is the finest district where nothing else is asked for', () => {
    expect(find(450, 350, ['district'])).toEqual({ kind: 'district', id: 'amt:11' });
  });

  it('is of the asked kinds only, and null where there is nothing', () => {
    expect(find(825, 765, ['site'])).toBeNull();
    expect(find(5000, 5000)).toBeNull();
  });

  it('between two houses at the same place is the one with the lower id', () => {
    const twins = { ...city, houses: ['b', 'a'].map((key) => house(key, key, 50, 50, [offer('kita-u3', 1)])) };
    expect(findObjectAt(twins, { position: at(50, 50), kinds: ['house'], withinMeters: 1 })?.id).toBe(
      'einrichtungen:a',
    );
  });
});

describe('the source of figures that are put together', () => {
  const [statistics, youth] = city.sources;
  const withRoles = (...roles: readonly (readonly string[])[]) =>
    tinyCityWith(roles.map((usedFor, i) => ({ ...[statistics!, youth!][i]!, usedFor })));
  const tinyCityWith = (sources: CityContent['sources']): CityContent => ({ ...city, sources });

  it('is that of the grid for a cell, else that of the table', () => {
    const both = withRoles(['population-table'], ['population-grid']);
    expect(describeAs('cell', 'grid:4-3', both).source?.name).toBe(youth?.name);
    expect(describeAs('cell', 'grid:4-3', withRoles(['population-table'], ['sites'])).source?.name).toBe(
      statistics?.name,
    );
  });

  it('is that of the outlines for a district', () => {
    expect(describeAs('district', 'amt:11', withRoles(['sites'], ['districts'])).source?.name).toBe(youth?.name);
  });

  it('is the only one a city has, and none where none of several fits', () => {
    expect(describeAs('district', 'amt:11', withRoles(['demo'])).source?.name).toBe(statistics?.name);
    expect(describeAs('district', 'amt:11', withRoles(['sites'], ['plots'])).source).toBeNull();
  });
});
