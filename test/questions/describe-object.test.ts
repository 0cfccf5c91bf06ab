import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../src/city/types.ts';
import { describeObject, locateObject } from '../../src/questions/describe-object.ts';
import { at, rectangle, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const ALL_KINDS = ['house', 'site', 'plot', 'supply-area', 'cell', 'district'] as const;

function describeAs<K extends string>(kind: K, id: string, of: CityContent = city) {
  const details = describeObject(of, { kind: kind as never, id });
  if (details?.kind !== kind) throw new Error(`no ${kind} ${id}`);
  return details as Extract<NonNullable<ReturnType<typeof describeObject>>, { kind: K }>;
}

const namesOf = (path: readonly { readonly name: string }[]) => path.map(({ name }) => name);

describe('a district', () => {
  it('lies in the larger ones', () => {
    expect(describeAs('district', 'amt:11').path).toEqual([{ id: 'amt:1', name: 'West' }]);
    expect(describeAs('district', 'amt:1').path).toEqual([]);
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
