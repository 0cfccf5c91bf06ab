import { describe, expect, it } from 'vitest';
import type { CityContent } from '../../../src/city/types.ts';
import { MEASURES_BY_MODEL, type Measure } from '../../../src/indicators/indicator.ts';
import { createCityModel } from '../../../src/questions/gaps/city-model.ts';
import { pointScores } from '../../../src/questions/gaps/gap-scores.ts';
import { isRowFigure, measureTable } from '../../../src/questions/gaps/measure-table.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { house, offer, tinyCity } from '../../fixtures/tiny-city.ts';
import { ask, indicatorOf } from './ask.ts';

function plainCity(): CityContent {
  const city = tinyCity();
  const houses = city.houses.map((one) => ({ ...one, pools: [] }));
  return { ...city, houses, forecast: null, sites: [], districtFigures: [] };
}

function tableOf(
  service: ServiceId,
  measure: Measure,
  level: number | null = null,
  change: Parameters<typeof ask>[3] = {},
  city = plainCity(),
) {
  const details = ask(city, service, {}, change);
  const table = measureTable(createCityModel(city), details, indicatorOf(service, change), measure, level);
  return { details, ...table };
}

const figureOf = (rows: ReturnType<typeof tableOf>['rows'], id: string) => rows.find((row) => row.id === id)?.value;

describe('the table of a measure', () => {
  it('exists for every measure that a model defines, with the same columns in every line and never NaN', () => {
    const services = {
      allocation: 'kita-ue3',
      catchment: 'grundschule',
      balance: 'pflege',
      area: 'gruen-nah',
    } as const;
    for (const [model, service] of Object.entries(services)) {
      for (const measure of MEASURES_BY_MODEL[model as keyof typeof services]) {
        const { columns, rows } = tableOf(service, measure);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(Object.keys(row)).toEqual(columns);
          expect(Object.values(row)).not.toContain(Number.NaN);
        }
      }
    }
  });

  it('repeats the figures of the rows, for the city and the level asked for', () => {
    const { rows, details } = tableOf('kita-ue3', 'balance', 1);
    expect(rows.map(({ id }) => id)).toEqual(['zehnblock', 'amt:1', 'amt:2']);
    expect(figureOf(rows, 'amt:2')).toBe(details.result.levels[1]![1]!.balance);
    expect([isRowFigure('balance'), isRowFigure('flows')]).toEqual([true, false]);
  });

  it('weighs the scores of points by their persons', () => {
    const { rows, details, points } = tableOf('kita-ue3', '2sfca', 1);
    expect(points).toEqual(pointScores(details, '2sfca'));
    let sum = 0;
    let persons = 0;
    plainCity().population.forEach((point, p) => {
      if (point.districts[0] !== 'amt:1' || point.total === null) return;
      sum += points![p]! * details.demand.persons[p]!;
      persons += details.demand.persons[p]!;
    });
    expect(figureOf(rows, 'amt:1')).toBeCloseTo(sum / persons, 9);
  });

  it('has flows that add up to what is served of each district', () => {
    const { rows, details } = tableOf('kita-ue3', 'flows', 2);
    for (const district of details.result.levels[2]!) {
      const out = rows.filter(({ from }) => from === district.id).reduce((sum, row) => sum + Number(row.amount), 0);
      expect(out).toBeCloseTo(district.served!, 6);
    }
    expect(tableOf('kita-ue3', 'flows').rows[0]!.from).toMatch(/^amt:[12]$/);
    const nobody = { ...plainCity(), houses: [house('x', 'Kita', 500, 500, [offer('kita-ue3', 0)])] };
    expect(tableOf('kita-ue3', 'flows', null, {}, nobody)).toMatchObject({
      columns: ['from', 'to', 'amount'],
      rows: [],
    });
  });

  it('lists schools with their catchments', () => {
    expect(tableOf('grundschule', 'catchment').rows.map(({ houseId, capacity }) => [houseId, capacity])).toEqual([
      ['einrichtungen:gs-1', 200],
      ['einrichtungen:gs-2', 150],
    ]);
  });

  it('counts persons by how much green they have in reach', () => {
    const { rows, details } = tableOf('gruen-nah', 'area');
    const city = rows[0]!;
    const parts = ['personsFull', 'personsHalf', 'personsLess', 'personsHardlyAny'] as const;
    expect(parts.reduce((sum, key) => sum + Number(city[key]), 0)).toBeCloseTo(
      details.result.levels[0]![0]!.persons!,
      6,
    );
    expect(Number(city.personsFull) / details.result.levels[0]![0]!.persons!).toBeCloseTo(
      details.result.levels[0]![0]!.demandMet!,
      9,
    );
    expect(city.missing).toBe(details.result.levels[0]![0]!.missing);
    // Whoever reaches the park shares its 10,000 m²: the mean over everyone, times everyone, is the park again.
    const everyone = plainCity().population.reduce((sum, { total, outside }) => sum + (outside ? 0 : (total ?? 0)), 0);
    expect(Number(city.squareMetersPerPerson) * everyone).toBeCloseTo(10_000, 3);
    const rate = { ...indicatorOf('gruen-nah').rate, value: null };
    expect(tableOf('gruen-nah', 'area', null, { rate }).rows[0]).toMatchObject({ personsFull: null, missing: null });
  });

  it('sets the houses of an area against the number wanted, in the areas of its level and above', () => {
    // One Begegnungsort in the east; wanted are two per large district.
    const rate = { ...indicatorOf('begegnung').rate, value: 2 };
    const change = { model: 'count', unit: 'houses', rate, limitMeters: null, balanceLevel: null } as const;
    const { rows, details } = tableOf('begegnung', 'count', null, change);
    expect(rows.slice(0, 3).map(({ houses, wanted, difference }) => [houses, wanted, difference])).toEqual([
      [1, 4, -3],
      [0, 2, -2],
      [1, 2, -1],
    ]);
    expect(rows[3]).toMatchObject({ level: 2, wanted: null, difference: null });
    expect(details.result.levels[0]![0]!.demand).toBeNull();
    const fine = tableOf('begegnung', 'count', 1, { ...change, balanceLevel: 2 }).rows;
    expect(fine.map(({ wanted }) => wanted)).toEqual([8, 4, 4]);
    const open = tableOf('begegnung', 'count', 1, { ...change, rate: { ...rate, value: null } }).rows;
    expect(open.map(({ wanted }) => wanted)).toEqual([null, null, null]);
  });
});
