import { describe, expect, it } from 'vitest';
import type { House, Offer } from '../../../src/city/types.ts';
import { matchHouses, mergeHouses, nameSimilarity } from '../../../src/pipeline/build/match-houses.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { at } from '../../fixtures/tiny-city.ts';

function house(id: string, name: string | null, x: number, y: number, service: ServiceId = 'kita-ue3'): House {
  const unknown = { value: null, date: null };
  const offer: Offer = {
    service,
    form: null,
    capacityApproved: unknown,
    capacityAvailable: unknown,
    occupied: unknown,
    from: null,
    to: null,
    status: 'existing',
  };
  return {
    id,
    name,
    operator: null,
    address: null,
    position: at(x, y),
    districts: [],
    stepFree: null,
    openToAll: null,
    outside: false,
    source: 0,
    grade: 'official',
    offers: [offer],
    pools: [],
    capacityTotal: null,
  };
}

function pairs(official: readonly House[], others: readonly House[], limitMeters = 150): string[] {
  return matchHouses(official, others, 25832, limitMeters).map(({ official: a, other: b }) => `${a.id} = ${b.id}`);
}

describe('likeness of names', () => {
  it('leaves words aside that say what a house is, folds umlauts and case', () => {
    expect(nameSimilarity('Städtische Kita Löwenzahn', 'LOEWENZAHN')).toBe(1);
  });

  it('counts common letter pairs: "nacht" and "nackt" share na, ac of 4 + 4', () => {
    expect(nameSimilarity('nacht', 'nackt')).toBe((2 * 2) / (4 + 4));
  });

  it('is 0 for names without a common pair', () => {
    expect(nameSimilarity('Regenbogen', 'Zwerg')).toBe(0);
  });

  it('compares the generic words where a name has no others', () => {
    expect(nameSimilarity('Kindergarten', 'Kindergarten')).toBe(1);
  });
});

describe('matching houses', () => {
  it('finds the house of the same name and kind 120 m away', () => {
    expect(pairs([house('a:1', 'Kita Sonne', 0, 0)], [house('osm:1', 'Sonne', 120, 0)])).toEqual(['a:1 = osm:1']);
  });

  it('keeps houses apart that are farther away than the limit, of another kind, or named differently', () => {
    const official = [house('a:1', 'Kita Sonne', 0, 0)];
    expect(pairs(official, [house('osm:1', 'Kita Sonne', 151, 0)])).toEqual([]);
    expect(pairs(official, [house('osm:1', 'Sonne', 10, 0, 'grundschule')])).toEqual([]);
    expect(pairs(official, [house('osm:1', 'Kita Wirbelwind', 30, 0)])).toEqual([]);
  });

  it('takes a differently named house at most 25 m away, and an unnamed one at most 50 m away, for the same', () => {
    const official = [house('a:1', 'Kita Sonne', 0, 0)];
    expect(pairs(official, [house('osm:1', 'Kita Wirbelwind', 24, 0)])).toEqual(['a:1 = osm:1']);
    expect(pairs(official, [house('osm:1', null, 49, 0)])).toEqual(['a:1 = osm:1']);
    expect(pairs(official, [house('osm:1', null, 51, 0)])).toEqual([]);
  });

  it('matches each house once, the most alike name first, whatever the order', () => {
    const official = [house('a:1', 'Sonne', 0, 0), house('a:2', 'Sonnenblume', 20, 0)];
    const others = [house('osm:1', 'Sonnenblume', 10, 0), house('osm:2', 'Sonne', 30, 0)];
    const expected = ['a:1 = osm:2', 'a:2 = osm:1'];
    expect(pairs(official, others)).toEqual(expected);
    expect(pairs([...official].reverse(), [...others].reverse())).toEqual(expected);
  });

  it('lets the official statement win and fills only what it leaves open', () => {
    const official = { ...house('a:1', 'Kita Sonne', 0, 0), operator: 'Stadt', stepFree: null };
    const other = { ...house('osm:1', 'Sonne', 10, 0), operator: 'Verein', stepFree: true, address: 'Weg 1' };
    expect(mergeHouses({ official, other, meters: 10, similarity: 1 })).toEqual({
      ...official,
      stepFree: true,
      address: 'Weg 1',
    });
  });

  it('finds nothing where one of the lists is empty', () => {
    expect(pairs([], [house('osm:1', 'Sonne', 0, 0)])).toEqual([]);
    expect(pairs([house('a:1', 'Sonne', 0, 0)], [])).toEqual([]);
  });
});
