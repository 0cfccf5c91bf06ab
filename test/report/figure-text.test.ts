import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { figureName, figureText, headlineFigure, shareText } from '../../src/report/figure-text.ts';
import { plain } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('a figure of a headline', () => {
  const only = (value: number) => ({ value, low: null, high: null });

  it('says "rund" where it is rounded to more than 1', () => {
    expect(headlineFigure(only(1234), 'estimated', de, { about: true })).toEqual({ text: 'rund 1.230', count: 1230 });
    expect(headlineFigure(only(1234), 'measured', de, { about: true })).toEqual({ text: '1.234', count: 1234 });
    expect(headlineFigure(only(1234), 'official', en)).toEqual({ text: '1,235', count: 1235 });
  });

  it('is "weniger als" its step instead of a rounded 0, and 0 only for nothing', () => {
    expect(headlineFigure(only(3), 'estimated', de)).toEqual({ text: 'weniger als 10', count: 10 });
    expect(headlineFigure(only(3), 'estimated', en, { unit: 'm²' })).toEqual({ text: 'under 10\u202fm²', count: 10 });
    expect(headlineFigure(only(0), 'estimated', de)).toEqual({ text: '0', count: 0 });
    expect(headlineFigure(only(-3), 'estimated', de, { signed: true })).toEqual({ text: '0', count: 0 });
  });

  it('carries a range wider than a tenth, whatever the order of the variants', () => {
    expect(headlineFigure({ value: 800, low: 950, high: 650 }, 'assumed', de, { about: true }).text).toBe(
      'rund 800 (650–950)',
    );
    // 840 − 760 = 80 is exactly a tenth of 800: no range.
    expect(headlineFigure({ value: 800, low: 760, high: 840 }, 'estimated', de).text).toBe('800');
    expect(headlineFigure({ value: 800, low: 760, high: 841 }, 'estimated', de).text).toBe('800 (760–840)');
    expect(headlineFigure({ value: 20, low: 0, high: 150 }, 'assumed', de, { about: true }).text).toBe(
      'rund 0 (0–150)',
    );
    expect(headlineFigure({ value: 800, low: null, high: 2000 }, 'estimated', de).text).toBe('800');
  });
});

describe('a share', () => {
  it('is 0 % and 100 % only for nobody and everybody', () => {
    const read = (share: number) => [plain(shareText(share, de)), plain(shareText(share, en))];
    expect(read(0)).toEqual(['0 %', '0 %']);
    expect(read(0.001)).toEqual(['unter 1 %', 'less than 1 %']);
    expect(read(0.734)).toEqual(['73 %', '73 %']);
    expect(read(0.999)).toEqual(['über 99 %', 'over 99 %']);
    expect(read(1 - 1e-12)).toEqual(['100 %', '100 %']);
  });
});

describe('a figure of a row read alone', () => {
  it('has the name of its column', () => {
    expect([figureName('balance', de), figureName('outOfReach', en), figureName('name', de)]).toEqual([
      'Saldo',
      'Out of reach',
      'Gebiet',
    ]);
    expect(figureName('parent', en)).toBe('Area');
  });

  it('is whole, a share in percent, a rate with one decimal, missing as a word', () => {
    expect(figureText('demand', 10_679.499_999_99, de)).toBe('10.680');
    expect(figureText('balance', -1155.5, de)).toBe('−1.156');
    expect(figureText('free', -0.000_01, de)).toBe('0');
    expect(figureText('missing', 3.44, en)).toBe('3.4');
    expect(plain(figureText('coverage', 0.9301, de))).toBe('93,0 %');
    expect(figureText('supplyRate', 55.2917, de)).toBe('55,3');
    expect(plain(figureText('missing', 2500, de, 'square-meters'))).toBe('2.500 m²');
    expect(figureText('persons', 2500, de, 'square-meters')).toBe('2.500');
    expect([figureText('capacity', null, de), figureText('capacity', null, en)]).toEqual(['k. A.', 'n/a']);
  });
});
