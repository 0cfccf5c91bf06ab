import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { capitalised, listText, targetCount, targetWord } from '../../src/report/words.ts';
import { indicatorOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('words that fit the number', () => {
  it('name the target group by its ages', () => {
    expect(Object.fromEntries(DEFAULT_CATALOGUE.map((indicator) => [indicator.id, targetWord(indicator)]))).toEqual({
      'kita-u3': 'children',
      'kita-ue3': 'children',
      grundschule: 'pupils',
      ganztag: 'pupils',
      'sek-1': 'pupils',
      jugendtreff: 'young',
      'spielplatz-0-6': 'children',
      'spielplatz-6-12': 'children',
      'spielplatz-12-18': 'youths',
      spielflaeche: 'residents',
      'gruen-nah': 'residents',
      sporthalle: 'residents',
      hausarzt: 'residents',
      kinderarzt: 'minors',
      pflege: 'older',
      begegnung: 'residents',
      bibliothek: 'residents',
    });
    const adults = { target: { from: 30, to: 50, bySchoolYear: false }, unit: 'places' as const };
    expect(targetWord(adults)).toBe('people');
    expect(targetWord({ ...indicatorOf('pflege'), target: { ...adults.target, from: 18, to: null } })).toBe('people');
  });

  it('know one and many', () => {
    const one = { text: '1', count: 1 };
    const many = { text: 'rund 20', count: 20 };
    expect([targetCount(de, 'pupils', one), targetCount(de, 'pupils', many)]).toEqual([
      '1 Schülerin oder Schüler',
      'rund 20 Schülerinnen und Schüler',
    ]);
    expect([targetCount(en, 'children', one), targetCount(en, 'older', many)]).toEqual([
      '1 child',
      'rund 20 older people',
    ]);
  });

  it('join lists and begin sentences', () => {
    expect([listText([], de), listText(['A'], de), listText(['A', 'B'], de), listText(['A', 'B', 'C'], en)]).toEqual([
      '',
      'A',
      'A und B',
      'A, B and C',
    ]);
    expect([capitalised('rund 20'), capitalised('über 99'), capitalised('')]).toEqual(['Rund 20', 'Über 99', '']);
  });
});
