import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import type { SiteImpact } from '../../../src/questions/sites/site-calls.ts';
import { quickSentence } from '../../../src/report/sites/need-text.ts';
import type { ServiceId } from '../../../src/shared/services.ts';

const t = createTexts('de');
const impact = (service: ServiceId, missing: number | null, worst: SiteImpact['worst']) =>
  ({ service, years: [{ year: 2030, missing }], worst }) as unknown as SiteImpact;

describe('the answer of a quick check', () => {
  it('says what is missing and when, what is enough, and what nobody knows', () => {
    const answer = quickSentence(
      [
        impact('kita-u3', 3, { year: 2033, value: 8.4, low: 8, high: 9.1 }),
        impact('kita-ue3', 0, null),
        impact('grundschule', null, null),
      ],
      t,
    );
    expect(answer).toBe(
      'Dadurch fehlen Plätze in der Umgebung: Kita U3 8,4 (8,0–9,1) im Jahr 2033. Ohne zusätzlich fehlende Plätze: Kita Ü3. Keine Angabe der Plätze: Grundschule.',
    );
  });

  it('has nothing to say of services that the city does not answer for', () => {
    expect(quickSentence([], t)).toBe('');
  });
});
