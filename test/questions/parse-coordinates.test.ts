import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../src/city/projection.ts';
import { parseCoordinates } from '../../src/questions/parse-coordinates.ts';

const STUTTGART = [9.18, 48.775];

describe('degrees', () => {
  it.each([
    ['48,775 9,18'],
    ['48.775, 9.18'],
    ['48.775,9.18'],
    ['48,775; 9,18'],
    ['48,775, 9,18'],
    ['9.18 48.775'],
    ['9,18 48,775'],
    ['  48.775   9.18 '],
    ['48.775° N 9.18° E'],
    ['48,775° N, 9,18° O'],
    ['N 48.775 E 9.18'],
    ['lat 48.775 lon 9.18'],
  ])('are understood in "%s"', (text) => {
    expect(parseCoordinates(text, 25832)).toEqual(STUTTGART);
  });

  it.each([['48'], ['48 9 5'], ['12 31'], ['70115 Stuttgart'], ['Hauptstraße 5'], ['1,5 2,5'], ['40.7 -74']])(
    'are not read into "%s"',
    (text) => {
      expect(parseCoordinates(text, 25832)).toBeNull();
    },
  );
});

describe('metres', () => {
  const utm32 = projectionOf(25832).inverse(512_345, 5_401_234);

  it.each([
    ['32U 512345 5401234'],
    ['32 U 512345,0 5401234,0'],
    ['UTM 32 512345 5401234'],
    ['32512345 5401234'],
    ['512345 5401234'],
    ['5401234 512345'],
    ['E 512345 N 5401234'],
  ])('are understood in "%s"', (text) => {
    expect(parseCoordinates(text, 25832)).toEqual(utm32);
  });

  it('without a zone belong to the city’s own CRS', () => {
    expect(parseCoordinates('391000 5820000', 25833)).toEqual(projectionOf(25833).inverse(391_000, 5_820_000));
  });

  it('with a seven-digit easting are Gauß-Krüger of the zone in its first digit', () => {
    expect(parseCoordinates('3513000 5403000', 25832)).toEqual(projectionOf(31467).inverse(3_513_000, 5_403_000));
  });

  it('outside Germany are refused', () => {
    expect(parseCoordinates('512345 1234', 25832)).toBeNull();
  });
});
