import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';
import type { GapResult, GapRow } from '../../src/questions/gaps/gap-request.ts';
import { gapSentence, roundToGrade } from '../../src/report/gap-sentence.ts';
import { indicatorOf, kitaRow, plain, requestOf, resultOf, rowOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');

interface Asked {
  readonly indicator: Indicator;
  readonly row: GapRow;
  readonly low?: GapRow;
  readonly high?: GapRow;
  readonly result?: Partial<GapResult>;
  readonly worst?: readonly string[];
}

/** The headline in both languages, each as one text. */
function headline({ indicator, row, low, high, result, worst = [] }: Asked): { de: string; en: string; count: number } {
  const input = {
    result: resultOf(indicator, result),
    low: low ?? null,
    high: high ?? null,
    indicator,
    worstNames: worst,
  };
  const german = gapSentence(input, row, de);
  return {
    de: plain(german.join(' ')),
    en: plain(gapSentence(input, row, en).join(' ')),
    count: german.length,
  };
}

const kita = indicatorOf('kita-u3');

describe('figures of a headline', () => {
  it('are rounded to 1, 5, 10 and 50 by grade, gaps like surpluses', () => {
    expect(roundToGrade(1247.4, 'measured')).toBe(1247);
    expect(roundToGrade(1247.4, 'official')).toBe(1245);
    expect(roundToGrade(1247.4, 'estimated')).toBe(1250);
    expect(roundToGrade(1247.4, 'assumed')).toBe(1250);
    expect(roundToGrade(-25, 'assumed')).toBe(-50);
    expect(roundToGrade(25, 'assumed')).toBe(50);
    expect(Object.is(roundToGrade(-3, 'estimated'), 0)).toBe(true);
  });
});

describe('the headline of the allocation model', () => {
  it('leads with demand, places and balance; who finds no place and what stays free comes second', () => {
    expect(headline({ indicator: kita, row: kitaRow(), worst: ['Mitte', 'Nord', 'Bad Süd'] })).toEqual({
      de: '2030: Bedarf rund 11.600, Plätze 10.800, Saldo −800. Innerhalb von 900 m finden rund 1.300 Kinder keinen Platz, zugleich bleiben 500 Plätze frei; Lücken vor allem in Mitte, Nord und Bad Süd.',
      en: '2030: demand about 11,600, places 10,800, balance −800. Within 900 m about 1,300 children find no place, while 500 places stay free; gaps mainly in Mitte, Nord and Bad Süd.',
      count: 2,
    });
  });

  it('names the district it is about, and knows one child and one place', () => {
    const row = kitaRow({
      level: 1,
      name: 'Mitte',
      demand: 12,
      capacity: 12,
      balance: 0,
      missing: 1,
      free: 1,
    });
    expect(headline({ indicator: kita, row, result: { grade: 'measured' }, worst: ['Altstadt'] })).toEqual({
      de: 'Mitte, 2030: Bedarf 12, Plätze 12, Saldo 0. Innerhalb von 900 m findet 1 Kind keinen Platz, zugleich bleibt 1 Platz frei; Lücken vor allem in Altstadt.',
      en: 'Mitte, 2030: demand 12, places 12, balance 0. Within 900 m 1 child finds no place, while 1 place stays free; gaps mainly in Altstadt.',
      count: 2,
    });
  });

  it('says so where everybody finds a place, and never writes 0 for something', () => {
    const row = kitaRow({ missing: 0, free: 0.2, balance: 20, capacity: 11_620 });
    expect(headline({ indicator: kita, row })).toMatchObject({
      de: '2030: Bedarf rund 11.600, Plätze 11.620, Saldo +20. Innerhalb von 900 m findet der ganze Bedarf einen Platz, frei bleibt kein Platz.',
      en: '2030: demand about 11,600, places 11,620, balance +20. Within 900 m all demand finds a place, and no place stays free.',
    });
    expect(
      headline({ indicator: kita, row: kitaRow({ missing: 12, free: 600 }), result: { grade: 'assumed' } }),
    ).toMatchObject({
      de: '2030: Bedarf rund 11.600, Plätze 10.800, Saldo −800. Innerhalb von 900 m finden weniger als 50 Kinder keinen Platz, zugleich bleiben 600 Plätze frei.',
      en: '2030: demand about 11,600, places 10,800, balance −800. Within 900 m under 50 children find no place, while 600 places stay free.',
    });
  });

  it('carries the range of the variants where it is wider than a tenth', () => {
    // 11,600 ± 5 % stays without a range (1,160 ≤ 10 %), −800 −580 … −800 + 580 and 1,300 ± 400 do not.
    const low = kitaRow({ demand: 11_020, balance: -220, missing: 900, free: 520 });
    const high = kitaRow({ demand: 12_180, balance: -1380, missing: 1700, free: 490 });
    expect(headline({ indicator: kita, row: kitaRow(), low, high })).toMatchObject({
      de: '2030: Bedarf rund 11.600, Plätze 10.800, Saldo −800 (−1.380 bis −220). Innerhalb von 900 m finden rund 1.300 (900–1.700) Kinder keinen Platz, zugleich bleiben 500 Plätze frei.',
      en: '2030: demand about 11,600, places 10,800, balance −800 (−1,380 to −220). Within 900 m about 1,300 (900–1,700) children find no place, while 500 places stay free.',
    });
  });

  it('writes a range of surpluses in words', () => {
    const row = kitaRow({ capacity: 12_000, balance: 400 });
    const low = kitaRow({ capacity: 12_000, balance: 980 });
    const high = kitaRow({ capacity: 12_000, balance: 120 });
    expect(headline({ indicator: kita, row, low, high }).de).toContain('Saldo +400 (+120 bis +980).');
    expect(headline({ indicator: kita, row, low, high }).en).toContain('balance +400 (+120 to +980).');
  });

  it('counts what has no figures, each with its number', () => {
    const row = kitaRow({ housesWithoutCapacity: 3, pointsMissing: 1 });
    expect(headline({ indicator: kita, row })).toMatchObject({
      de: expect.stringMatching(/ Gerechnet ohne 3 Einrichtungen und 1 Rasterzelle ohne Angabe\.$/),
      en: expect.stringMatching(/ Computed without 3 facilities and 1 cell that have no figures\.$/),
      count: 3,
    });
  });

  it('gives only the coverage where no capacity is known at all', () => {
    const row = kitaRow({
      served: null,
      noPlace: null,
      outOfReach: null,
      missing: null,
      free: null,
      capacity: null,
      balance: null,
      supplyRate: null,
      demandMet: null,
      housesWithoutCapacity: 210,
    });
    expect(headline({ indicator: kita, row, worst: ['Mitte'] })).toEqual({
      de: '2030: Für 95 % der Kinder liegt eine Kita mit Plätzen unter 3 innerhalb von 900 m. Zu Plätzen liegen keine Angaben vor.',
      en: '2030: 95 % of children have a day-care centre with places under 3 within 900 m. There are no figures on places.',
      count: 2,
    });
  });

  it('gives the demand and who finds a place elsewhere where only this district states no capacity', () => {
    const row = kitaRow({
      level: 1,
      name: 'Mitte',
      demand: 300,
      missing: 40,
      free: null,
      capacity: null,
      balance: null,
      supplyRate: null,
      housesWithoutCapacity: 2,
    });
    expect(headline({ indicator: kita, row })).toEqual({
      de: 'Mitte, 2030: Bedarf rund 300. Innerhalb von 900 m finden rund 40 Kinder keinen Platz. Zu Plätzen liegen keine Angaben vor. Gerechnet ohne 2 Einrichtungen ohne Angabe.',
      en: 'Mitte, 2030: demand about 300. Within 900 m about 40 children find no place. There are no figures on places. Computed without 2 facilities that have no figures.',
      count: 4,
    });
  });

  it('says that ages are missing, and what is there all the same', () => {
    const row = rowOf({ capacity: 10_800, houses: 210, housesWithoutCapacity: 3, pointsMissing: 900 });
    expect(headline({ indicator: kita, row })).toMatchObject({
      de: '2030: Für diese Altersgruppe liegen keine Bevölkerungszahlen vor; was davon abhängt, ist nicht berechnet. Vorhanden sind rund 10.800 Plätze. Gerechnet ohne 3 Einrichtungen ohne Angabe.',
      en: '2030: There are no population figures for this age group; what depends on them is not computed. There are about 10,800 places. Computed without 3 facilities that have no figures.',
    });
  });

  it('says that the city has to set the rate, and speaks of places where a place is not for one person', () => {
    const meeting = indicatorOf('begegnung');
    const row = rowOf({ persons: 60_000, personsWithinReach: 30_000, coverage: 0.5, capacity: 1, houses: 1 });
    expect(headline({ indicator: meeting, row, result: { grade: 'measured' } })).toMatchObject({
      de: '2030: Der Bedarf ist nicht berechnet, weil die Stadt den Kennwert noch festlegen muss. Vorhanden ist 1 Platz. Für 50 % der Einwohnerinnen und Einwohner liegt eine Begegnungsstätte innerhalb von 1.000 m.',
      en: '2030: Demand is not computed, because the city has yet to set its indicator. There is 1 place. 50 % of residents have a meeting place within 1,000 m.',
    });
    const youth = indicatorOf('jugendtreff');
    expect(
      headline({
        indicator: youth,
        row: kitaRow({ demand: 2280, capacity: 2240, balance: -40, missing: 140, free: 100 }),
      }),
    ).toMatchObject({
      de: '2030: Bedarf rund 2.280, Plätze 2.240, Saldo −40. Innerhalb von 1.000 m fehlen rund 140 Plätze, zugleich bleiben 100 Plätze frei.',
      en: '2030: demand about 2,280, places 2,240, balance −40. Within 1,000 m about 140 places are missing, while 100 places stay free.',
    });
  });
});

describe('the headline of the other models', () => {
  it('catchment: pupils, Züge and the way to school', () => {
    const row = rowOf({
      persons: 2310,
      demand: 2310,
      capacity: 2200,
      balance: -110,
      supplyRate: (2200 / 2310) * 100,
      personsWithinReach: 2301,
      demandWithinReach: 2301,
      coverage: 2301 / 2310,
      houses: 9,
    });
    expect(headline({ indicator: indicatorOf('grundschule'), row, worst: ['Nord', 'Süd'] })).toMatchObject({
      de: '2030: Bedarf rund 2.310, Schulplätze 2.200, Saldo −110, das sind −1,1 Züge; Lücken vor allem in Nord und Süd. Für über 99 % der Schülerinnen und Schüler liegt eine Grundschule innerhalb von 1.000 m.',
      en: '2030: demand about 2,310, school places 2,200, balance −110, that is −1.1 parallel classes; gaps mainly in Nord and Süd. Over 99 % of pupils have a primary school within 1,000 m.',
    });
  });

  it('balance: square metres, and a word where a district is smaller than what the indicator is meant for', () => {
    const indicator = indicatorOf('sporthalle');
    const row = rowOf({ persons: 600_000, demand: 159_000, capacity: 140_000, balance: -19_000, houses: 120 });
    expect(headline({ indicator, row })).toEqual({
      de: '2030: Bedarf rund 159.000 m², Fläche 140.000 m², Saldo −19.000 m².',
      en: '2030: demand about 159,000 m², area 140,000 m², balance −19,000 m².',
      count: 1,
    });
    expect(
      headline({ indicator, row: { ...row, level: 1, name: 'West', capacity: null, balance: null } }),
    ).toMatchObject({
      de: 'West, 2030: Bedarf rund 159.000 m². Zu Flächen liegen keine Angaben vor.',
      en: 'West, 2030: demand about 159,000 m². There are no figures on areas.',
    });
    expect(headline({ indicator, row: { ...row, level: 1, name: 'West' } })).toMatchObject({
      de: 'West, 2030: Bedarf rund 159.000 m², Fläche 140.000 m², Saldo −19.000 m². Dieser Kennwert wird für größere Gebiete bilanziert; für dieses allein sagt der Saldo wenig.',
      en: 'West, 2030: demand about 159,000 m², area 140,000 m², balance −19,000 m². This indicator is balanced over larger areas; for this one alone the balance says little.',
    });
  });

  it('area: who has the guide value, how much is missing, who has nothing', () => {
    const row = rowOf({
      persons: 100_000,
      demand: 600_000,
      personsWithinReach: 88_000,
      coverage: 0.88,
      demandMet: 0.61,
      missing: 123_456,
      houses: 40,
      housesWithoutCapacity: 2,
    });
    expect(headline({ indicator: indicatorOf('gruen-nah'), row, worst: ['Mitte'] })).toEqual({
      de: '2030: 61 % der Einwohnerinnen und Einwohner haben innerhalb von 500 m den Richtwert von 6 m² je Person. Es fehlen rund 123.460 m²; Lücken vor allem in Mitte. 12 % der Einwohnerinnen und Einwohner haben dort gar keine Fläche. Gerechnet ohne 2 Flächen ohne Angabe.',
      en: '2030: 61 % of residents have the guide value of 6 m² per person within 500 m. About 123,460 m² are missing; gaps mainly in Mitte. 12 % of residents have no area there at all. Computed without 2 areas that have no figures.',
      count: 4,
    });
  });

  it('reach: the share within the limit beside its target, and who lives farther away', () => {
    const playground = indicatorOf('spielplatz-6-12');
    const row = rowOf({
      persons: 10_000,
      personsWithinReach: 8700,
      coverage: 0.87,
      houses: 80,
      housesWithoutCapacity: 80,
    });
    const low = { ...row, persons: 9000, personsWithinReach: 7900 };
    const high = { ...row, persons: 11_000, personsWithinReach: 9500 };
    expect(headline({ indicator: playground, row, low, high, worst: ['Ost', 'West'] })).toEqual({
      de: '2030: Für 87 % der Kinder liegt ein Spielplatz für dieses Alter innerhalb von 400 m (Ziel 95 %). Rund 1.300 (1.100–1.500) Kinder wohnen weiter entfernt; Lücken vor allem in Ost und West.',
      en: '2030: 87 % of children have a playground for their age within 400 m (target 95 %). About 1,300 (1,100–1,500) children live farther away; gaps mainly in Ost and West.',
      count: 2,
    });
    const all = rowOf({ persons: 1, personsWithinReach: 1, coverage: 1 });
    expect(headline({ indicator: indicatorOf('hausarzt'), row: all })).toMatchObject({
      de: '2030: Für 100 % der Einwohnerinnen und Einwohner liegt eine Hausarztpraxis innerhalb von 1.000 m.',
      en: '2030: 100 % of residents have a general practice within 1,000 m.',
    });
    const one = rowOf({ persons: 400, personsWithinReach: 399, coverage: 399 / 400 });
    expect(headline({ indicator: indicatorOf('kinderarzt'), row: one, result: { grade: 'measured' } })).toMatchObject({
      de: '2030: Für über 99 % der Kinder und Jugendlichen liegt eine Kinderarztpraxis innerhalb von 1.000 m. 1 Kind oder Jugendlicher wohnt weiter entfernt.',
      en: '2030: Over 99 % of children and young people have a paediatric practice within 1,000 m. 1 child or young person lives farther away.',
    });
  });

  it('count: houses against the number wanted', () => {
    const indicator = indicatorOf('bibliothek', {
      service: 'familienzentrum',
      model: 'count',
      unit: 'houses',
      rate: { ...indicatorOf('bibliothek').rate, value: 2 },
    });
    const row = rowOf({ persons: 73_000, houses: 5, housesWithoutCapacity: 5 });
    // Three Stadtbezirke, two houses wanted in each.
    const levels = [[row], ['a', 'b', 'c'].map((id) => rowOf({ id, name: id, level: 1, persons: 100, houses: 1 }))];
    expect(headline({ indicator, row, result: { levels } })).toEqual({
      de: '2030: 5 Einrichtungen, gebraucht 6, Saldo −1.',
      en: '2030: 5 facilities, wanted 6, balance −1.',
      count: 1,
    });
    const rich = { ...levels[1]![0]!, name: 'Mitte', houses: 3 };
    expect(headline({ indicator, row: rich, result: { levels } }).de).toBe(
      'Mitte, 2030: 3 Einrichtungen, gebraucht 2, Saldo +1.',
    );
    const open = { ...indicator, rate: { ...indicator.rate, value: null } };
    expect(headline({ indicator: open, row: { ...row, houses: 1 } })).toEqual({
      de: '2030: 1 Einrichtung.',
      en: '2030: 1 facility.',
      count: 1,
    });
  });

  it('area: only the coverage where no area has a size', () => {
    const row = rowOf({
      persons: 1000,
      personsWithinReach: 990,
      coverage: 0.99,
      houses: 685,
      housesWithoutCapacity: 685,
    });
    expect(headline({ indicator: indicatorOf('spielflaeche'), row, worst: ['Mitte'] })).toEqual({
      de: '2030: Für 99 % der Einwohnerinnen und Einwohner liegt eine Spielfläche innerhalb von 1.000 m. Zu Flächen liegen keine Angaben vor.',
      en: '2030: 99 % of residents have a play area within 1,000 m. There are no figures on areas.',
      count: 2,
    });
  });

  it('names the year asked for, without a point in it', () => {
    const result = { request: requestOf('kita-u3', { year: 2035 }) };
    expect(headline({ indicator: kita, row: kitaRow(), result }).de).toMatch(/^2035: Bedarf rund 11\.600/);
  });
});
