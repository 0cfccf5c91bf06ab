import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { DEFAULT_CATALOGUE } from '../../src/indicators/default-catalogue.ts';
import { evaluate } from '../../src/indicators/formula.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';
import { createCityModel } from '../../src/questions/gaps/city-model.ts';
import { computeGaps } from '../../src/questions/gaps/compute-gaps.ts';
import type { GapResult, GapRow } from '../../src/questions/gaps/gap-request.ts';
import { createReachStore } from '../../src/questions/gaps/service-reach.ts';
import { bothDates, formulaText, missingInIt, ruleOf } from '../../src/report/rule.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';
import { indicatorOf, kitaRow, plain, requestOf, resultOf, rowOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

/** The shipped catalogue as far as Zehnblock has houses, and a count model, with rates where the city would have to set them. */
const INDICATORS: readonly Indicator[] = [
  ...DEFAULT_CATALOGUE.filter(({ id }) => id !== 'spielplatz-12-18').map((indicator) => ({
    ...indicator,
    rate: { ...indicator.rate, value: indicator.rate.value ?? 0.4 },
  })),
  {
    ...indicatorOf('bibliothek'),
    id: 'familienzentrum',
    service: 'familienzentrum',
    model: 'count',
    unit: 'houses',
    rate: { ...kita.rate, value: 2 },
    limitMeters: null,
  },
];

const FIGURES = Object.keys(rowOf()).filter(
  (key) => !['id', 'name', 'level', 'parent'].includes(key),
) as (keyof GapRow)[];

function computed(indicator: Indicator): GapResult {
  const model = createCityModel(tinyCity());
  const request = requestOf(indicator.service, { year: 2028 });
  return computeGaps(model, createReachStore(model), indicator, request).result;
}

function texts(figure: keyof GapRow, row: GapRow, indicator: Indicator, result = resultOf(indicator)) {
  const formula = ruleOf(figure, row, result, indicator)!;
  return [formulaText(formula, 'terms', de), formulaText(formula, 'values', de), formulaText(formula, 'terms', en)].map(
    plain,
  );
}

describe('the rule of a figure', () => {
  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    'evaluates to the figure shown, for every figure of every row: %s',
    (_, indicator) => {
      const result = computed(indicator);
      let explained = 0;
      for (const row of result.levels.flat()) {
        for (const figure of FIGURES) {
          const formula = ruleOf(figure, row, result, indicator);
          const value = formula === null ? null : evaluate(formula);
          const shown = row[figure] as number | null;
          if (shown === null) expect([figure, value]).toEqual([figure, null]);
          else expect(value, `${figure} of ${row.name}`).toBeCloseTo(shown, 6);
          if (formula !== null) explained++;
        }
      }
      expect(explained).toBeGreaterThan(result.levels.flat().length * 8);
    },
  );

  it('says what is put together how, in words and in numbers', () => {
    const row = kitaRow({ demand: 12_400 });
    expect(texts('balance', kitaRow(), kita)).toEqual([
      'Saldo = Plätze − Bedarf',
      '10.800 − 11.600',
      'Balance = Places − Demand',
    ]);
    expect(texts('demand', row, kita)).toEqual([
      'Bedarf = Zielgruppe × Kennwert',
      '20.000 × 0,62',
      'Demand = Target group × indicator',
    ]);
    expect(texts('supplyRate', row, kita)).toEqual([
      'Versorgungsquote = Plätze × 100 ÷ Zielgruppe',
      '10.800 × 100 ÷ 20.000',
      'Supply rate = Places × 100 ÷ Target group',
    ]);
    expect(texts('free', row, kita)[0]).toBe('Frei = Plätze − belegte Plätze');
    expect(texts('free', row, kita, resultOf(kita, { placesWithoutLocation: 907 }))).toEqual([
      'Frei = Plätze − belegte Plätze und Plätze ohne festen Ort',
      '10.800 − 10.300',
      'Free = Places − places taken and places without a fixed location',
    ]);
    expect(texts('housesWithoutCapacity', row, kita)).toEqual([
      'Ohne Angabe = Anzahl der zählenden Einrichtungen, die keine Plätze nennen',
      '0',
      'Without figures = number of facilities that count and state no places',
    ]);
  });

  it('shows a missing part as missing, and the share entitled while a claim is phased in', () => {
    expect(texts('balance', kitaRow({ capacity: null, balance: null }), kita)[1]).toBe('k. A. − 11.600');
    const base = indicatorOf('ganztag');
    const allDay = { ...base, rate: { ...base.rate, value: 0.75 } };
    const result = resultOf(allDay, { request: requestOf('ganztag', { year: 2027 }) });
    const row = rowOf({ persons: 1000, demand: 375 });
    expect(texts('demand', row, allDay, result)).toEqual([
      'Bedarf = Zielgruppe × Kennwert × Anteil mit Anspruch',
      '1.000 × 0,75 × 0,5',
      'Demand = Target group × indicator × share with a claim',
    ]);
  });

  it('explains areas by the persons who have the guide value', () => {
    const row = rowOf({ persons: 1000, demandMet: 0.61, missing: 2500, demand: 6000 });
    const green = indicatorOf('gruen-nah');
    expect(texts('demandMet', row, green).slice(0, 2)).toEqual([
      'Gedeckter Bedarf = Personen, die den Richtwert erreichen ÷ Zielgruppe',
      '610 ÷ 1.000',
    ]);
    expect(texts('missing', row, green)).toEqual([
      'Fehlend = Summe über alle Rasterzellen: Personen × m², die je Person zum Richtwert fehlen',
      '2.500 m²',
      'Missing = sum over all cells: persons × m² that each lacks to the guide value',
    ]);
    expect(texts('demand', row, green)[1]).toBe('1.000 × 6 m²');
  });

  it('is none for names and for figures that the model does not define', () => {
    expect(ruleOf('name', kitaRow(), resultOf(kita), kita)).toBeNull();
    const school = indicatorOf('grundschule');
    expect(ruleOf('missing', rowOf(), resultOf(school), school)).toBeNull();
    expect(ruleOf('free', rowOf(), resultOf(school), school)).toBeNull();
  });
});

describe('the dates of a result', () => {
  it('are those of people and places', () => {
    const result = resultOf(kita, { levels: [[kitaRow()]] });
    expect(bothDates(result, kita, de)).toBe('Kinder 31.12.2025, Plätze 01.03.2026');
    expect(bothDates(result, kita, en)).toBe('Children 31 Dec 2025, Places 1 Mar 2026');
    expect(bothDates({ ...result, capacityDate: null }, kita, de)).toBe('Kinder 31.12.2025, Plätze ohne Datum');
  });

  it('are that of people alone where no places are counted', () => {
    const none = resultOf(kita, { capacityDate: null, levels: [[rowOf()]] });
    expect(bothDates(none, kita, de)).toBe('Kinder 31.12.2025');
    const doctor = indicatorOf('hausarzt');
    expect(bothDates(resultOf(doctor), doctor, en)).toBe('Residents 31 Dec 2025');
  });
});

describe('what is missing in a figure', () => {
  it('is said with its count', () => {
    const row = kitaRow({ housesWithoutCapacity: 3, pointsMissing: 1, pointsNotConnected: 2, pointsAtBorder: 1200 });
    expect(missingInIt(row, de)).toEqual([
      '3 Einrichtungen nennen keine Plätze; sie zählen für die Reichweite, nicht für die Plätze.',
      'Für 1 Rasterzelle fehlen Zahlen zu dieser Altersgruppe; wer dort wohnt, ist nicht enthalten.',
      '2 Rasterzellen liegen abseits des Wegenetzes; ihre Wege sind aus der Luftlinie angenommen.',
      '1.200 Rasterzellen liegen so nah am Rand, dass das Angebot jenseits davon nicht bekannt ist.',
    ]);
    expect(missingInIt(row, en)).toEqual([
      '3 facilities state no places; they count for reach, not for places.',
      '1 cell has no figures for this age group; who lives there is not included.',
      '2 cells lie away from the walking network; their ways are assumed from the air distance.',
      '1,200 cells are so close to the border that what lies beyond is not known.',
    ]);
    expect(missingInIt(kitaRow(), de)).toEqual([]);
  });

  it('says about the places of the result what is stated and what has no location', () => {
    const sites = {
      sites: 3,
      mode: 'added' as const,
      basis: 'net' as const,
      persons: 120,
      personsGaveWay: 0,
      personsFromCity: 0,
      difference: 120,
      sitesWithoutFigures: 2,
    };
    const result = resultOf(kita, { availableShare: 0.84, placesWithoutLocation: 1, sites });
    expect(missingInIt(kitaRow(), de, { result, indicator: kita })).toEqual([
      '2 Vorhaben nennen weder Wohnungen noch Geschossfläche oder kein Jahr; niemand daraus ist enthalten.',
      '1 Platz ohne festen Ort zählt in der Stadt im Saldo, nicht in der Reichweite.',
      'Zu 84\u202f% ist angegeben, was verfügbar ist; im Übrigen gilt das Genehmigte.',
    ]);
    const outOfForecast = { sites: 1, persons: 42.4 };
    const without = resultOf(kita, { availableShare: 1, sites: { ...sites, sitesWithoutFigures: 0, outOfForecast } });
    expect(missingInIt(kitaRow(), en, { result: without, indicator: kita })).toEqual([
      '1 site of the forecast is left out, smaller or later in the scenario: 42 persons of the target group who do not live there yet, or never will, are taken out of the forecast of its area in proportion to who lives there.',
    ]);
    const all = resultOf(kita, { availableShare: 1 });
    expect(missingInIt(kitaRow(), en, { result: all, indicator: kita })).toEqual([]);
  });

  it('does not miss places where the model counts none', () => {
    const doctor = indicatorOf('hausarzt');
    const about = { result: resultOf(doctor, { availableShare: null }), indicator: doctor };
    expect(missingInIt(rowOf({ housesWithoutCapacity: 12 }), de, about)).toEqual([]);
    const green = indicatorOf('gruen-nah');
    const area = { result: resultOf(green, { availableShare: null }), indicator: green };
    expect(missingInIt(rowOf({ housesWithoutCapacity: 1 }), en, area)).toEqual([
      '1 area has no size; it counts for reach, not for m².',
    ]);
  });
});
