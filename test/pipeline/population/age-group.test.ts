import { describe, expect, it } from 'vitest';
import {
  areContiguous,
  bandFromKey,
  bandKey,
  containsBand,
  coverAllAges,
  parseAgeGroup,
} from '../../../src/pipeline/population/age-group.ts';

const band = (from: number, to: number | null) => ({ from, to });

describe('the name of an age group', () => {
  it.each([
    ['0 bis unter 3 Jahre', band(0, 3)],
    ['00 - < 03', band(0, 3)],
    ['3-u6', band(3, 6)],
    ['3 to under 6', band(3, 6)],
    ['unter 3', band(0, 3)],
    ['unter 3 Jahren', band(0, 3)],
    ['unter10', band(0, 10)],
    ['u3', band(0, 3)],
    ['10 bis 14 Jahre', band(10, 15)],
    ['3–5', band(3, 6)],
    ['17', band(17, 18)],
    ['0 Jahre', band(0, 1)],
    ['75 Jahre oder älter', band(75, null)],
    ['75 und älter', band(75, null)],
    ['100 Jahre und älter', band(100, null)],
    ['90 u. mehr', band(90, null)],
    ['75+', band(75, null)],
    ['ab80', band(80, null)],
    ['ab 80 Jahre', band(80, null)],
    ['aged 65 and over', band(65, null)],
    ['Insgesamt', 'total'],
    ['zusammen', 'total'],
  ])('%j is understood', (text, expected) => {
    expect(parseAgeGroup(text)).toEqual(expected);
  });

  it.each(['Einwohner', 'über 65', 'E03_05', '', '5 bis 3', '3 bis unter 3', 'Kinder', '2012'])(
    '%j is not guessed',
    (text) => {
      expect(parseAgeGroup(text)).toBeNull();
    },
  );
});

describe('age bands', () => {
  it('have a key from which they come back', () => {
    expect(bandKey(band(0, 3))).toBe('0-3');
    expect(bandKey(band(80, null))).toBe('80-');
    expect([band(0, 3), band(80, null)].map(bandKey).map(bandFromKey)).toEqual([band(0, 3), band(80, null)]);
  });

  it('are contiguous without gap, overlap and empty band', () => {
    expect(areContiguous([band(0, 3), band(3, 6), band(6, null)])).toBe(true);
    expect(areContiguous([band(3, 6), band(6, 10)])).toBe(true);
    expect(areContiguous([band(0, 3), band(4, 6)])).toBe(false);
    expect(areContiguous([band(0, 3), band(2, 6)])).toBe(false);
    expect(areContiguous([band(0, null), band(6, 8)])).toBe(false);
    expect(areContiguous([band(3, 3)])).toBe(false);
  });

  it('hold every age from 0 to an open end', () => {
    expect(coverAllAges([band(0, 3), band(3, null)])).toBe(true);
    expect(coverAllAges([band(0, 3), band(3, 6)])).toBe(false);
    expect(coverAllAges([band(3, null)])).toBe(false);
    expect(coverAllAges([])).toBe(false);
  });

  it('hold narrower bands', () => {
    expect(containsBand(band(0, 10), band(3, 6))).toBe(true);
    expect(containsBand(band(0, 10), band(6, 11))).toBe(false);
    expect(containsBand(band(80, null), band(90, null))).toBe(true);
    expect(containsBand(band(0, 10), band(0, null))).toBe(false);
  });
});
