import { describe, expect, it } from 'vitest';
import '../../../src/i18n/later-texts.ts';
import { createTexts } from '../../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../../src/indicators/default-catalogue.ts';
import type { SiteImpact } from '../../../src/questions/sites/site-calls.ts';
import { quickSentence, unknownText } from '../../../src/report/sites/impact-text.ts';
import { problem } from '../../../src/shared/problem.ts';
import type { ServiceId } from '../../../src/shared/services.ts';

const t = createTexts('de');
const indicatorOf = (service: ServiceId) => DEFAULT_CATALOGUE.find((indicator) => indicator.service === service)!;
const answered = (
  service: ServiceId,
  missing: number | null,
  worst: SiteImpact['worst'] = null,
  demand: number | null = 5,
) => ({
  indicator: indicatorOf(service),
  answer: { impact: { service, years: [{ year: 2030, missing, demand }], worst } as unknown as SiteImpact },
});
const noHouses = (service: 'jugendtreff') => ({
  indicator: indicatorOf(service),
  answer: { problem: problem('gap.nothing-of-service', { service }) },
});

describe('the answer of a quick check', () => {
  it('says what is missing and when, what is enough, and of what nothing is known and why', () => {
    const sentence = quickSentence(
      [
        answered('kita-u3', 3, { year: 2033, value: 8.4, low: 8, high: 9.1 }),
        answered('kita-ue3', 0),
        answered('grundschule', null),
        answered('sek-1', null),
      ],
      t,
    );
    expect(sentence).toBe(
      'Dadurch fehlen Plätze in der Umgebung: Kita U3: 8,4 (8,0–9,1) im Jahr 2033. Ohne zusätzlich fehlende Plätze: Kita Ü3. Grundschule, Sekundarstufe I: Für die Umgebung liegt keine Angabe der Plätze vor.',
    );
  });

  it('has nothing to say of services that were not asked for', () => {
    expect(quickSentence([], t)).toBe('');
  });
});

describe('why nothing is known', () => {
  const why = ({ answer, indicator }: ReturnType<typeof answered> | ReturnType<typeof noHouses>) =>
    unknownText(answer, indicator, t);

  it('is no houses, no rate, no ages or no places', () => {
    expect(why(noHouses('jugendtreff'))).toBe('Das Stadtpaket enthält keine Einrichtungen dieser Art.');
    expect(why(answered('ganztag', null, null, null))).toBe(
      'Der Kennwert ist von der Stadt festzulegen; ohne ihn lässt sich nichts vergleichen.',
    );
    expect(why(answered('kita-u3', null, null, null))).toBe(
      'Die Bevölkerung des Stadtpakets ist nach diesem Alter nicht angegeben.',
    );
    expect(why(answered('kita-u3', null))).toBe('Für die Umgebung liegt keine Angabe der Plätze vor.');
  });

  it('is not asked where something is known', () => {
    expect(why(answered('kita-u3', 0))).toBeNull();
  });
});
