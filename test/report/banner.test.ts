import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { DEFAULT_COUNTS } from '../../src/questions/gaps/gap-request.ts';
import { type DeviationsInput, deviations } from '../../src/report/banner.ts';
import { indicatorOf, kitaRow, plain, requestOf, resultOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

function banner(change: Partial<DeviationsInput>, t = de) {
  const request = change.request ?? requestOf('kita-u3');
  const input = {
    request,
    indicator: kita,
    decided: kita,
    result: resultOf(change.indicator ?? kita, { request }),
    scenarioName: null,
    ...change,
  };
  return deviations(input, t).map(({ code, text, standing }) => `${code}${standing ? '*' : ''}: ${plain(text)}`);
}

describe('the banner', () => {
  it('holds only the year where everything is the default', () => {
    expect(banner({})).toEqual(['year*: Jahr 2030']);
    expect(banner({}, en)).toEqual(['year*: year 2030']);
  });

  it('says everything that was chosen differently', () => {
    const request = requestOf('kita-u3', {
      scenarioId: 'plan:a',
      variant: 'high',
      profile: 'step-free',
      pools: 'all',
      counts: { facilities: 'ideas', sitesFromStage: 10, capacity: 'approved' },
    });
    const result = resultOf(kita, { request, limitMeters: 600 });
    expect(banner({ request, result, scenarioName: 'Plan A' })).toEqual([
      'scenario: Szenario „Plan A“',
      'variant: Variante hoch',
      'facilities: auch geplante Einrichtungen und Ideen zählen',
      'sites: Vorhaben zählen ab Stand 10 Satzungsbeschluss',
      'capacity: genehmigte Plätze, auch wo weniger verfügbar sind',
      'profile: nur stufenlose Wege',
      'pools: geteilte Plätze zählen ganz für diese Angebotsart',
      'limit: Reichweite 600 m statt 900 m',
      'year*: Jahr 2030',
    ]);
    const low = requestOf('kita-u3', {
      variant: 'low',
      pools: 'none',
      counts: { ...DEFAULT_COUNTS, facilities: 'planned' },
    });
    expect(banner({ request: low }, en)).toEqual([
      'variant: low variant',
      'facilities: planned facilities count too',
      'pools: shared places do not count for this service',
      'year*: year 2030',
    ]);
  });

  it('names a scenario by its id where it has no name', () => {
    expect(banner({ request: requestOf('kita-u3', { scenarioId: 'plan:a' }) }, en)[0]).toBe(
      'scenario: Scenario “plan:a”',
    );
  });

  it('compares an edited Kennwert with the decided one', () => {
    const edited = {
      ...kita,
      version: 2,
      model: 'balance' as const,
      rate: { ...kita.rate, value: 0.7 },
      limitMeters: { ...kita.limitMeters!, value: 750 },
    };
    expect(banner({ indicator: edited })).toEqual([
      'limit: Reichweite 750 m statt 900 m',
      'indicator: Kennwert kita-u3@2 statt kita-u3@1',
      'rate: Bedarf 70 Plätze je 100 Kinder statt 62 Plätze je 100 Kinder',
      'model: Modell „Bilanz je Gebiet“ statt „Verteilung auf die nächsten freien Plätze“',
      'year*: Jahr 2030',
    ]);
    expect(banner({ indicator: edited }, en).slice(1, 4)).toEqual([
      'indicator: indicator kita-u3@2 instead of kita-u3@1',
      'rate: demand 70 places per 100 children instead of 62 places per 100 children',
      'model: model “Balance per area” instead of “Allocation to the nearest free places”',
    ]);
  });

  it('keeps in sight what the data bring with them', () => {
    const result = resultOf(kita, {
      airDistance: true,
      heldConstant: true,
      withoutCatchments: true,
      levels: [[kitaRow({ pointsAtBorder: 120 })]],
    });
    expect(banner({ result })).toEqual([
      'air-distance*: Luftlinie × 1,2, angenommen: ohne Wegenetz',
      'without-catchments*: ohne Schulbezirke: gezählt wird bei der nächsten Schule, angenommen',
      'held-constant*: Fortschreibung, keine Prognose: Bevölkerung wie am 31.12.2025',
      'border*: 120 Rasterzellen in Randlage: Angebot jenseits der Grenze nicht bekannt',
      'year*: Jahr 2030',
    ]);
    expect(banner({ result }, en)).toEqual([
      'air-distance*: air distance × 1.2, assumed: no walking network',
      'without-catchments*: without school catchments: counted at the nearest school, assumed',
      'held-constant*: held constant, no forecast: population as on 31 Dec 2025',
      'border*: 120 cells at the border: supply beyond it is not known',
      'year*: year 2030',
    ]);
  });

  it('says so where people who move within the city are counted twice', () => {
    const sites = {
      sites: 3,
      mode: 'added' as const,
      basis: 'gross' as const,
      persons: 120,
      personsGaveWay: 0,
      personsFromCity: 0,
      difference: 120,
      sitesWithoutFigures: 0,
    };
    expect(banner({ result: resultOf(kita, { sites }) })[0]).toBe(
      'sites-gross*: Zuzug in Vorhaben brutto: wer aus der Stadt kommt, ist nicht abgezogen',
    );
    expect(banner({ result: resultOf(kita, { sites: { ...sites, basis: 'net' } }) })).toEqual(['year*: Jahr 2030']);
    expect(banner({ result: resultOf(kita, { sites }) }, en)[0]).toBe(
      'sites-gross*: residents of sites gross: those who come from the city are not deducted',
    );
  });

  it('does not speak of air distance where nothing is measured', () => {
    const care = indicatorOf('pflege');
    const result = resultOf(care, { airDistance: true, limitMeters: null });
    expect(banner({ indicator: care, decided: care, result })).toEqual(['year*: Jahr 2030']);
  });
});
