import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import { cellLegend, districtLegend, loadLegend, strengthLegend } from '../../src/report/legend.ts';
import { indicatorOf, plain } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => plain(label));

describe('the legend of districts', () => {
  it('has every class, worst first, and the two without a class', () => {
    expect(districtLegend('balance', kita, de).map(({ cls }) => cls)).toEqual([0, 1, 2, 3, 4, 'unknown', 'small']);
    expect(labels(districtLegend('balance', kita, de))).toEqual([
      'unter 50 % des Bedarfs',
      '50 % bis unter 80 %',
      '80 % bis unter 100 %',
      '100 % bis unter 110 %',
      '110 % und mehr',
      'keine Angabe',
      'geschützt: zu wenige Personen',
    ]);
    expect(labels(districtLegend('supply-rate', kita, en))).toEqual([
      'under 50 % of the target rate',
      '50 % to under 80 %',
      '80 % to under 100 %',
      '100 % to under 110 %',
      '110 % and more',
      'not stated',
      'protected: too few persons',
    ]);
  });

  it('has narrower classes for shares of people, and says whose share it is', () => {
    expect(labels(districtLegend('coverage', kita, de)).slice(0, 5)).toEqual([
      'unter 50 % der Kinder',
      '50 % bis unter 80 %',
      '80 % bis unter 90 %',
      '90 % bis unter 95 %',
      '95 % und mehr',
    ]);
    expect(labels(districtLegend('demand-met', kita, en))[0]).toBe('under 50 % of demand');
    expect(labels(districtLegend('demand-met', indicatorOf('gruen-nah'), en))[0]).toBe('under 50 % of residents');
  });
});

describe('the legend of cells', () => {
  it('speaks of places, of areas or of reach', () => {
    expect(cellLegend('allocation', de)).toEqual([
      { state: 'served', label: 'versorgt' },
      { state: 'no-place', label: 'in Reichweite, aber kein Platz' },
      { state: 'out-of-reach', label: 'außer Reichweite' },
      { state: 'unknown', label: 'keine Angabe' },
    ]);
    expect(labels(cellLegend('places', en))).toEqual([
      'served',
      'in reach, but no place',
      'out of reach',
      'not stated',
    ]);
    expect(labels(cellLegend('area', de))).toEqual([
      'Richtwert erreicht',
      'darunter',
      'nichts in Reichweite',
      'keine Angabe',
    ]);
    expect(labels(cellLegend('area', en))).toEqual([
      'guide value reached',
      'below it',
      'nothing in reach',
      'not stated',
    ]);
    expect(cellLegend('reach', de)).toEqual([
      { state: 'served', label: 'in Reichweite' },
      { state: 'out-of-reach', label: 'außer Reichweite' },
      { state: 'unknown', label: 'keine Angabe' },
    ]);
    expect(labels(cellLegend('catchment', en))).toEqual(['in reach', 'out of reach', 'not stated']);
  });

  it('has three strengths', () => {
    expect(labels(strengthLegend(de))).toEqual(['unter 60 %', '60 % bis unter 85 %', '85 % und mehr']);
    expect(strengthLegend(en).map(({ strength, label }) => [strength, plain(label)])).toEqual([
      [0, 'under 60 %'],
      [1, '60 % to under 85 %'],
      [2, '85 % and more'],
    ]);
  });
});

describe('the legend of houses', () => {
  it('has every load', () => {
    expect(loadLegend(de)).toEqual([
      { load: 'under', label: 'unter 85 % belegt' },
      { load: 'near', label: '85 bis 100 % belegt' },
      { load: 'over', label: 'voll, mehr gefragt als Plätze' },
      { load: 'unknown', label: 'Plätze ohne Angabe' },
      { load: 'none', label: 'ohne Auslastung' },
    ]);
    expect(labels(loadLegend(en))).toEqual([
      'under 85 % taken',
      '85 to 100 % taken',
      'full, more asked than places',
      'places not stated',
      'without a load',
    ]);
  });
});
