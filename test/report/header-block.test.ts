import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { cityText, countsText, headerBlock } from '../../src/report/header-block.ts';
import { indicatorOf, kitaRow, plain, requestOf, resultOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

describe('the lines above a table', () => {
  const request = requestOf('kita-u3', { scenarioId: 'plan:a', variant: 'high' });
  const context = {
    cityName: 'Musterstadt',
    invented: true,
    edition: '2026-03-01-abc',
    result: resultOf(kita, { request, airDistance: true, levels: [[kitaRow()]] }),
    indicator: kita,
    decided: kita,
    scenarioName: 'Plan A',
    sources: [
      { name: 'Einwohnerregister', date: '2025-12-31' },
      { name: 'Kitaliste', date: null },
    ],
    filters: ['Stadtbezirk Mitte', 'Name enthält „ost“'],
  };
  const lines = (t: typeof de, change: Partial<typeof context> = {}) =>
    headerBlock({ ...context, ...change }, t).map(([label, text]) => plain(`${label}: ${text}`));

  it('say what was asked, what counts, by which Kennwert, from which sources, and what was filtered', () => {
    expect(lines(de)).toEqual([
      'Stadt: Musterstadt (erfundene Stadt, keine Angaben über einen wirklichen Ort), Ausgabe 2026-03-01-abc',
      'Frage: Versorgung und Lücken: Kita U3',
      'Szenario: Plan A',
      'Jahr: 2030',
      'Variante: hoch',
      'Was zählt: vorhandene und gesicherte Einrichtungen; Vorhaben ab Stand 5; verfügbare Plätze, sonst genehmigte',
      'Reichweite: 900 m',
      'Kennwert: Kita U3 (kita-u3@1)',
      'Stand der Angaben: Kinder 31.12.2025, Plätze 01.03.2026',
      'Güte: geschätzt',
      'Hinweise: Variante hoch; Luftlinie × 1,2, angenommen: ohne Wegenetz',
      'Quellen: Einwohnerregister (31.12.2025); Kitaliste (ohne Datum)',
      'Filter: Stadtbezirk Mitte; Name enthält „ost“',
    ]);
    expect(lines(en)).toEqual([
      'City: Musterstadt (invented city, no statements about a real place), edition 2026-03-01-abc',
      'Question: Provision and gaps: Day care under 3',
      'Scenario: Plan A',
      'Year: 2030',
      'Variant: high',
      'What counts: existing and secured facilities; sites from stage 5; available places, else approved ones',
      'Reach: 900 m',
      'Indicator: Childcare under 3 (kita-u3@1)',
      'Dates of the data: Children 31 Dec 2025, Places 1 Mar 2026',
      'Grade: estimated',
      'Notices: high variant; air distance × 1.2, assumed: no walking network',
      'Sources: Einwohnerregister (31 Dec 2025); Kitaliste (undated)',
      'Filter: Stadtbezirk Mitte; Name enthält „ost“',
    ]);
  });

  it('leave out what does not apply, and say that nothing is filtered', () => {
    const care = indicatorOf('pflege');
    const found = lines(de, {
      invented: false,
      indicator: care,
      decided: care,
      result: resultOf(care),
      scenarioName: null as never,
      sources: [],
      filters: [],
    });
    expect(found).toEqual([
      'Stadt: Musterstadt, Ausgabe 2026-03-01-abc',
      'Frage: Versorgung und Lücken: Pflege',
      'Szenario: Bestand',
      'Jahr: 2030',
      'Variante: mittel',
      'Was zählt: vorhandene und gesicherte Einrichtungen; Vorhaben ab Stand 5; verfügbare Plätze, sonst genehmigte',
      'Kennwert: Stationäre Pflege (pflege@1)',
      'Stand der Angaben: Ältere Menschen 31.12.2025, Plätze 01.03.2026',
      'Güte: geschätzt',
      'Quellen: keine Angabe',
      'Filter: keine',
    ]);
  });

  it('say in full what counts, and name a city with its edition', () => {
    expect(countsText({ facilities: 'ideas', sitesFromStage: 0, capacity: 'approved' }, de)).toBe(
      'vorhandene, gesicherte und geplante Einrichtungen und Ideen; Vorhaben ab Stand 0; genehmigte Plätze',
    );
    expect(cityText({ cityName: 'Köln', invented: false, edition: '2025' }, en)).toBe('Köln, edition 2025');
  });
});
