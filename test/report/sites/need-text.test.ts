import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import { plausibilityText, rangeText, roundedText } from '../../../src/report/sites/need-text.ts';
import type { ServiceId } from '../../../src/shared/services.ts';

const t = createTexts('de');
const indicatorOf = (service: ServiceId) => DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!;

describe('figures of a site as words', () => {
  it('have one decimal below ten, and no range where it is rounded away', () => {
    expect(rangeText({ value: 7.14, low: 6.7, high: 7.6 }, t)).toBe('7,1 (6,7–7,6)');
    expect(rangeText({ value: 24.4, low: 21, high: 27 }, t)).toBe('24 (21–27)');
    expect(rangeText({ value: 12, low: 11.9, high: 12.2 }, t)).toBe('12');
  });

  it('become rooms by the rule of their service; single places stay as many as they are', () => {
    // Groups of ten, Züge of one hundred.
    expect(roundedText(7.1, indicatorOf('kita-u3'), t)).toBe('1 Gruppe');
    expect(roundedText(11, indicatorOf('grundschule'), t)).toBe('0,1 Züge');
    expect(roundedText(4.3, indicatorOf('jugendtreff'), t)).toBe('Plätze');
    expect(roundedText(43.2, indicatorOf('kinderarzt'), t)).toBe('Personen');
  });

  it('are set beside the published examples, each with its own number', () => {
    const given = { perHundred: { low: 17, middle: 18, high: 19 }, position: 'within', from: 8, to: 27.8 } as const;
    expect(plausibilityText(given, t)).toContain('Berlin, B-Plan 6-24: 8; Frankfurt, B-Plan 910: 18;');
  });
});
