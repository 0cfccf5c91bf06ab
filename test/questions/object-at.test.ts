import { describe, expect, it } from 'vitest';
import { findObjectAt } from '../../src/questions/object-at.ts';
import { at, house, offer, tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const ALL_KINDS = ['house', 'site', 'plot', 'supply-area', 'cell', 'district'] as const;

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
