import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';
import { indicatorText } from '../../src/report/indicator-text.ts';
import { indicatorOf, plain } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

describe('an indicator in words', () => {
  const lines = (indicator: Indicator, t = de) =>
    Object.fromEntries(indicatorText(indicator, t).map(({ label, text }) => [label, plain(text)]));

  it('gives target group, rate, limit, basis, city, source and remarks', () => {
    expect(lines(kita)).toEqual({
      Kennwert: 'Kita U3 (kita-u3@1)',
      Modell: 'Verteilung auf die nächsten freien Plätze',
      Zielgruppe: 'Kinder, 0 bis unter 3 Jahre',
      Bedarf: '62 Plätze je 100 Kinder',
      Grundlage: 'Beschluss, Wert aus Stuttgart',
      Quelle: 'Cannstatter Zeitung: Es fehlen noch immer 3464 Kitaplätze (2019)',
      Anmerkung:
        'Pressebericht 2019; der Beschluss ist noch einzutragen. Entspricht etwa 84–90 % der 1- bis unter 3-Jährigen.',
      Reichweite: '900 m Fußweg',
      'Grundlage der Reichweite': 'Praxis, Wert aus München',
      'Quelle der Reichweite': 'Landeshauptstadt München: Altersbezogene Zielzahlen, DV-Modell',
      'Anmerkung zur Reichweite': '750 m Luftlinie × 1,2; in Stuttgart nicht beschlossen.',
    });
    expect(lines(indicatorOf('pflege'), en)).toMatchObject({
      'Target group': 'Older people, aged 65 and over',
      Demand: '5.9 (5.3–6.5) places per 100 older people',
      Basis: 'decision, value from Stuttgart',
    });
  });

  it('says every kind of rate and of ages', () => {
    expect(lines(indicatorOf('gruen-nah'))).toMatchObject({
      Zielgruppe: 'Einwohnerinnen und Einwohner, jedes Alter',
      Bedarf: '6 m² je Person',
      Mindestgröße: '5.000 m²',
    });
    expect(lines(indicatorOf('spielflaeche'), en)).toMatchObject({ Demand: '1 (0.75–2) m² per person' });
    expect(lines(indicatorOf('grundschule'))).toMatchObject({
      Zielgruppe: 'Schülerinnen und Schüler, 6,5 bis unter 10,5 Jahre am 31. Dezember, nach Schuljahrgängen',
      Bedarf: 'alle Schülerinnen und Schüler',
      Reichweite: '1.000 (1.000–2.000) m Fußweg',
    });
    expect(lines(indicatorOf('ganztag'))).toMatchObject({
      Bedarf: 'von der Stadt festzulegen',
      'Anspruch nach Schuljahren': '2026: 25 %, 2027: 50 %, 2028: 75 %, 2029: 100 %',
      'Gültig ab': '01.08.2026',
    });
    expect(lines(indicatorOf('spielplatz-12-18'), en)).toMatchObject({
      'Target group': 'Young people, aged 12 to under 18',
      Demand: 'all young people',
      'Target of coverage': '90 %',
    });
    expect(
      lines(indicatorOf('bibliothek', { model: 'count', unit: 'houses', rate: { ...kita.rate, value: 2 } })),
    ).toMatchObject({
      Bedarf: '2 Einrichtungen je Gebiet',
    });
    expect(lines(indicatorOf('jugendtreff'), de).Bedarf).toBe('11,4 Plätze je 100 junge Menschen');
    expect(lines({ ...kita, reason: 'GRDrs 1/2027', author: 'Jugendamt' })).toMatchObject({
      'Grund der Änderung': 'GRDrs 1/2027',
      'Geändert von': 'Jugendamt',
    });
  });

  it('says how a claim is phased in, and by which law', () => {
    expect(lines(indicatorOf('ganztag'))).toMatchObject({
      'Anspruch nach Schuljahren': '2026: 25 %, 2027: 50 %, 2028: 75 %, 2029: 100 %',
      'Quelle des Anspruchs': 'BMFSFJ: Rechtsanspruch Ganztagsbetreuung für Grundschulkinder (GaFöG) (2021)',
    });
    const { phaseInSource: _, ...older } = indicatorOf('ganztag');
    expect(Object.keys(lines(older, en))).toContain('Claim by school year');
    expect(Object.keys(lines(older, en))).not.toContain('Source of the claim');
  });

  it('uses every label once', () => {
    for (const indicator of DEFAULT_CATALOGUE) {
      const labels = indicatorText(indicator, de).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
