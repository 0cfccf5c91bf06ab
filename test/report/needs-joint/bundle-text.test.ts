import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_BUNDLE_RULES } from '../../../src/questions/needs/bundle-rules.ts';
import { obstacleText, pairText, placeFacts, placeText } from '../../../src/report/needs-joint/bundle-text.ts';

const de = createTexts('de');
const en = createTexts('en');

describe('bundles in words', () => {
  const titleOf = (id: string) => (id === 'a' ? 'Krippe' : 'Jugendtreff');

  it('say what keeps needs apart in both languages', () => {
    const noise = { misfit: 'noise', needIds: ['a', 'b'] } as const;
    expect(obstacleText(noise, DEFAULT_BUNDLE_RULES, titleOf, de)).toBe(
      'Lärm: „Krippe“ und „Jugendtreff“ vertragen sich nicht unter einem Dach (Abendlärm gegen Ruhe).',
    );
    const area = {
      misfit: 'area',
      needIds: ['a', 'b'],
      neededSquareMeters: 3600,
      placeSquareMeters: 2000,
      placeName: 'X',
    } as const;
    expect(obstacleText(area, DEFAULT_BUNDLE_RULES, titleOf, en)).toBe(
      'Area: together they need 3,600\u202fm²; the largest place on foot (X) has 2,000\u202fm².',
    );
    const far = { misfit: 'distance', needIds: ['a', 'b'], walkMeters: null } as const;
    expect(obstacleText(far, DEFAULT_BUNDLE_RULES, titleOf, de)).toContain('mehr als 3.000\u202fm');
  });

  it('say the rule of a pair', () => {
    const pair = { a: 'a', b: 'b', cell: 'strong', sameTarget: true, monthsApart: 1 } as const;
    expect(pairText(pair, de)).toBe('++ stark, gleiche Zielgruppe, Termine 1 Monat auseinander');
    expect(pairText({ ...pair, cell: 'possible', sameTarget: false, monthsApart: 0 }, en)).toBe(
      '+ possible with zoning, same date',
    );
  });

  it('name a place with its size, its owner and for what it is kept', () => {
    const plot = {
      kind: 'plot',
      id: 'p:1',
      name: 'Am Anger',
      areaSquareMeters: 2000,
      owner: 'Stadt',
      reservedFor: 'Kita',
    } as const;
    expect(placeText(plot, de)).toBe('Am Anger');
    expect(placeText({ ...plot, name: null }, en)).toBe('plot p:1');
    expect(placeText({ ...plot, kind: 'site' }, de)).toBe('Vorhaben Am Anger');
    expect(placeFacts(plot as never, de)).toBe('2.000\u202fm², Eigentum: Stadt, reserviert für Kita');
    expect(placeFacts({ ...plot, areaSquareMeters: null, owner: null, reservedFor: null } as never, en)).toBe(
      'n/a, owner: not stated',
    );
  });
});
