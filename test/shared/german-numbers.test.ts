import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, parseNumber } from '../../src/shared/german-numbers.ts';

const value = <T>(of: T) => ({ kind: 'value', value: of });
const error = (found: string) => ({ kind: 'error', found });
const missing = { kind: 'missing' };

describe('German numbers', () => {
  it.each([
    ['1.250', 1250],
    ['12,5', 12.5],
    ['1.250,75', 1250.75],
    ['1.234.567', 1234567],
    ['0', 0],
    ['007', 7],
    [' 42 ', 42],
    ['-35', -35],
    ['\u221235', -35],
    ['+3', 3],
    ['1 250', 1250],
    ['1\u202f250', 1250],
    ['-0', 0],
  ])('reads %j as %d', (text, expected) => {
    expect(parseNumber(text, 'de')).toEqual(value(expected));
  });

  it.each([
    'ca. 45',
    '12.5',
    '1.25',
    '1.2500',
    '12 50',
    '1,250.75',
    '1e3',
    '45 Plätze',
    '12,',
    ',5',
    '--',
    'NaN',
    '1.250 75',
  ])('refuses %j', (text) => {
    expect(parseNumber(text, 'de')).toEqual(error(text));
  });

  it('takes the marks of official tables for missing figures, never for 0', () => {
    for (const mark of ['', '-', '–', '.', '...', 'x', 'X', '/', '  '])
      expect(parseNumber(mark, 'de')).toEqual(missing);
  });

  it('takes only the marks it is given', () => {
    expect(parseNumber('k. A.', 'de', ['k. A.'])).toEqual(missing);
    expect(parseNumber('-', 'de', ['k. A.'])).toEqual(error('-'));
  });

  it('reads back every number that a German spreadsheet writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e12, max: 9e12 }), fc.integer({ min: 0, max: 3 }), (whole, digits) => {
        const number = whole / 10 ** digits;
        const text = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3 }).format(number);
        expect(parseNumber(text, 'de')).toEqual(value(number === 0 ? 0 : number));
      }),
    );
  });
});

describe('plain numbers', () => {
  it.each([
    ['27515.0', 27515],
    ['1250.75', 1250.75],
    ['1,250.75', 1250.75],
    ['-9', -9],
    ['1e+05', 100000],
  ])('reads %j as %d', (text, expected) => {
    expect(parseNumber(text, 'plain')).toEqual(value(expected));
  });

  it.each(['12,5', '1.250,75', '1,25', '0x1F', 'Infinity', '.5', '1e999'])('refuses %j', (text) => {
    expect(parseNumber(text, 'plain')).toEqual(error(text));
  });
});

describe('dates', () => {
  it.each([
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025', '2025-02-01'],
    ['2025-12-31', '2025-12-31'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2000', '2000-02-29'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseDate(text)).toEqual(value(expected));
  });

  it.each([
    '31.02.2025',
    '29.02.2025',
    '29.02.1900',
    '12/31/2025',
    '31.12.25',
    '2025-13-01',
    '2025-12-31T00:00',
    '0.1.2025',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toEqual(error(text));
  });

  it('takes an empty field for a missing date', () => {
    expect(parseDate('')).toEqual(missing);
  });
});
