import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/i18n/translate.ts';
import type { Indicator } from '../../src/indicators/indicator.ts';
import type { GapYears } from '../../src/questions/gap-map/gap-calls.ts';
import type { GapResult } from '../../src/questions/gaps/gap-request.ts';
import { filterRows, gapTable, sortRows, supplyTarget } from '../../src/report/gap-table.ts';
import { indicatorOf, kitaRow, requestOf, resultOf, rowOf } from './gap-fixtures.ts';

const de = createTexts('de');
const en = createTexts('en');
const kita = indicatorOf('kita-u3');

const north = kitaRow({ id: 'd:1', name: 'Nördlingen', level: 1, balance: -300, missing: 500 });
const south = kitaRow({ id: 'd:2', name: 'Südstadt', level: 1, balance: null, capacity: null, free: null });
const east = kitaRow({ id: 'd:3', name: 'Ostheim', level: 1, balance: 40, missing: 500 });

function kitaResult(change: Partial<GapResult> = {}): GapResult {
  return resultOf(kita, { levels: [[kitaRow()], [north, south, east]], ...change });
}

/** The city's balance falls by 50 a year, Nördlingen's by 10; only the middle variant. */
function yearsOf(result: GapResult, years: readonly number[]): GapYears {
  return {
    rows: years.map((year) => ({
      year,
      variant: 'middle',
      result: {
        ...result,
        request: { ...result.request, year },
        levels: [
          [kitaRow({ balance: -800 - 50 * (year - 2030) })],
          [{ ...north, balance: -300 - 10 * (year - 2030) }, south, east],
        ],
      },
    })),
    siteDwellings: [],
    history: [],
  };
}

const table = (
  more: { result?: GapResult; years?: GapYears | null; level?: number; lists?: Map<string, number> } = {},
  t = de,
) =>
  gapTable(
    {
      result: more.result ?? kitaResult(),
      years: more.years ?? null,
      indicator: kita,
      level: more.level ?? 1,
      waitingLists: more.lists ?? null,
    },
    t,
  );

const keysOf = (indicator: Indicator) =>
  gapTable({ result: resultOf(indicator), years: null, indicator, level: 1, waitingLists: null }, de).columns.map(
    ({ key }) => key,
  );

describe('the table of gaps', () => {
  it('has a row per district with the exact figures, and the city below', () => {
    const { rows, total } = table();
    expect(rows.map(({ id, level }) => [id, level])).toEqual([
      ['d:1', 1],
      ['d:2', 1],
      ['d:3', 1],
    ]);
    expect(rows[0]!.cells).toEqual({
      name: 'Nördlingen',
      persons: 20_000,
      demand: 11_600,
      capacity: 10_800,
      capacitySecured: null,
      capacityPlanned: null,
      capacityNotAvailable: null,
      balance: -300,
      supplyRate: 54,
      supplyTarget: 62,
      demandMet: 10_300 / 11_600,
      missing: 500,
      free: 500,
      noPlace: 720,
      outOfReach: 580,
      coverage: 0.95,
      houses: 210,
      housesWithoutCapacity: 0,
      pointsAtBorder: 0,
      pointsMissing: 0,
      grade: 'geschätzt',
    });
    expect(rows[1]!.cells).toMatchObject({ capacity: null, balance: null, free: null });
    expect(total).toMatchObject({ id: 'stadt', level: 0, cells: { name: 'Musterstadt', balance: -800 } });
  });

  it('holds only the city at level 0, and nothing at a level that the city does not have', () => {
    expect(table({ level: 0 }).rows).toEqual([]);
    expect(table({ level: 7 }).rows).toEqual([]);
  });

  it('says in words what each column tells, its unit and its group', () => {
    const find = (key: string, t = de) => table({}, t).columns.find((column) => column.key === key);
    expect(find('balance')).toEqual({
      key: 'balance',
      label: 'Saldo',
      why: 'Plätze im Gebiet minus Bedarf seiner Bewohner. Fehlt, wo eines von beiden fehlt.',
      kind: 'number',
      unit: 'Plätze',
      digits: 0,
      group: 'Angebot',
      rule: 'balance',
    });
    expect(find('demandMet', en)).toEqual({
      key: 'demandMet',
      label: 'Demand met',
      why: 'Share of demand that is met within reach, competition included. Missing where figures for it are missing.',
      kind: 'share',
      unit: null,
      digits: 1,
      group: 'Reach',
      rule: 'demandMet',
    });
    expect(find('grade', en)).toMatchObject({ label: 'Grade', kind: 'grade', group: 'Data' });
    expect(find('grade')).not.toHaveProperty('rule');
    const halls = indicatorOf('sporthalle');
    const columns = gapTable(
      { result: resultOf(halls), years: null, indicator: halls, level: 1, waitingLists: null },
      en,
    );
    expect(columns.columns.find(({ key }) => key === 'capacity')).toMatchObject({ label: 'Area', unit: 'm²' });
  });

  it('shows only what the model defines', () => {
    expect(keysOf(indicatorOf('grundschule'))).toEqual([
      'name',
      'persons',
      'demand',
      'capacity',
      'balance',
      'supplyRate',
      'supplyTarget',
      'capacitySecured',
      'capacityPlanned',
      'capacityNotAvailable',
      'coverage',
      'personsOutOfReach',
      'houses',
      'housesWithoutCapacity',
      'pointsAtBorder',
      'pointsMissing',
      'grade',
    ]);
    expect(keysOf(indicatorOf('pflege'))).toEqual([
      'name',
      'persons',
      'demand',
      'capacity',
      'balance',
      'supplyRate',
      'supplyTarget',
      'capacitySecured',
      'capacityPlanned',
      'capacityNotAvailable',
      'houses',
      'housesWithoutCapacity',
      'pointsMissing',
      'grade',
    ]);
    expect(keysOf(indicatorOf('gruen-nah'))).toEqual([
      'name',
      'persons',
      'demand',
      'demandMet',
      'missing',
      'coverage',
      'personsOutOfReach',
      'pointsAtBorder',
      'pointsMissing',
      'grade',
    ]);
    expect(keysOf(indicatorOf('hausarzt'))).toEqual([
      'name',
      'persons',
      'coverage',
      'personsOutOfReach',
      'houses',
      'pointsAtBorder',
      'pointsMissing',
      'grade',
    ]);
    expect(keysOf(indicatorOf('hausarzt', { model: 'count', unit: 'houses' }))).toEqual([
      'name',
      'persons',
      'housesWanted',
      'houseBalance',
      'houses',
      'pointsMissing',
      'grade',
    ]);
  });

  it('holds houses against the number wanted, where one is set', () => {
    const count = indicatorOf('hausarzt', { model: 'count', unit: 'houses', rate: { ...kita.rate, value: 2 } });
    const rows = [rowOf({ id: 'a', level: 1, houses: 3 }), rowOf({ id: 'b', level: 1, houses: 0 })];
    const result = resultOf(count, { levels: [[rowOf({ houses: 3 })], rows] });
    const cells = (indicator: Indicator) => {
      const found = gapTable({ result, years: null, indicator, level: 1, waitingLists: null }, de);
      return [...found.rows, found.total].map((row) => [row.cells.housesWanted, row.cells.houseBalance]);
    };
    expect(cells(count)).toEqual([
      [2, 1],
      [2, -2],
      [4, -1],
    ]);
    expect(cells({ ...count, rate: { ...count.rate, value: null } })).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('computes persons out of reach, and leaves them missing where a part is', () => {
    const reach = indicatorOf('spielplatz-0-6');
    const rows = [
      rowOf({ id: 'a', level: 1, persons: 500, personsWithinReach: 420 }),
      rowOf({ id: 'b', level: 1, persons: null, personsWithinReach: null }),
    ];
    const found = gapTable(
      {
        result: resultOf(reach, { levels: [[rowOf()], rows] }),
        years: null,
        indicator: reach,
        level: 1,
        waitingLists: null,
      },
      de,
    );
    expect(found.rows.map(({ cells }) => cells.personsOutOfReach)).toEqual([80, null]);
  });

  it('compares the balance with that of 5 and 10 years later, in the same variant', () => {
    const result = kitaResult();
    const found = table({ result, years: yearsOf(result, [2030, 2035]) });
    expect(found.total.cells.trend5).toBe(-250);
    expect(found.rows.map(({ cells }) => cells.trend5)).toEqual([-50, null, 0]);
    expect(found.rows.map(({ cells }) => cells.trend10)).toEqual([null, null, null]);
    const column = (key: string, t = de) =>
      table({ result, years: yearsOf(result, [2030, 2035]) }, t).columns.find((one) => one.key === key)!;
    expect(column('trend5').why).toBe(
      'Saldo 2035 minus Saldo 2030. Fehlt, wo das Stadtpaket nicht so weit reicht oder Angaben fehlen.',
    );
    expect(column('trend10', en).why).toBe(
      'Balance 2040 minus Balance 2030. Missing where the city package does not reach that far or figures are missing.',
    );
    const low = kitaResult({ request: requestOf('kita-u3', { variant: 'low' }) });
    expect(table({ result: low, years: yearsOf(result, [2030, 2035]) }).total.cells.trend5).toBeNull();
  });

  it('compares coverage in percentage points where there are no places', () => {
    const reach = indicatorOf('hausarzt');
    const result = resultOf(reach, { levels: [[rowOf({ coverage: 0.8 })]] });
    const later = { ...result, levels: [[rowOf({ coverage: 0.775 })]] };
    const years: GapYears = {
      rows: [
        { year: 2030, variant: 'middle', result },
        { year: 2035, variant: 'middle', result: later },
      ],
      siteDwellings: [],
      history: [],
    };
    const found = gapTable({ result, years, indicator: reach, level: 0, waitingLists: null }, de);
    expect(found.total.cells.trend5).toBeCloseTo(-2.5, 9);
    expect(found.columns.find(({ key }) => key === 'trend5')).toMatchObject({ unit: 'Prozentpunkte', digits: 1 });
  });

  it('puts waiting lists beside the demand, and adds them up only where every district has one', () => {
    const some = table({ lists: new Map([['d:1', 30]]) });
    expect(some.rows.map(({ cells }) => cells.waitingList)).toEqual([30, null, null]);
    expect(some.total.cells.waitingList).toBeNull();
    const all = new Map([
      ['d:1', 30],
      ['d:2', 0],
      ['d:3', 12],
    ]);
    expect(table({ lists: all }).total.cells.waitingList).toBe(42);
    expect(table({ lists: new Map([...all, ['stadt', 45]]) }).total.cells.waitingList).toBe(45);
  });

  it('gives the target rate as far as a claim is phased in', () => {
    const base = indicatorOf('ganztag');
    const set = { ...base, rate: { ...base.rate, value: 0.8 } };
    // Half of the classes are entitled in 2027: 0.8 × 0.5 × 100.
    expect(supplyTarget(set, 2027)).toBe(40);
    expect(supplyTarget(set, 2031)).toBe(80);
    expect(supplyTarget(base, 2031)).toBeNull();
  });
});

describe('rows of a table', () => {
  const { rows } = table();
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

  it('are sorted with the missing last in both directions', () => {
    expect(ids(sortRows(rows, 'balance', 'ascending'))).toEqual(['d:1', 'd:3', 'd:2']);
    expect(ids(sortRows(rows, 'balance', 'descending'))).toEqual(['d:3', 'd:1', 'd:2']);
  });

  it('are sorted by name the German way, and by id where equal', () => {
    expect(ids(sortRows(rows, 'name', 'ascending'))).toEqual(['d:1', 'd:3', 'd:2']);
    expect(ids(sortRows(rows, 'missing', 'descending'))).toEqual(['d:2', 'd:1', 'd:3']);
    expect(ids(rows)).toEqual(['d:1', 'd:2', 'd:3']);
  });

  it('are found by a part of the name without umlauts', () => {
    expect(ids(filterRows(rows, 'sud'))).toEqual(['d:2']);
    expect(ids(filterRows(rows, ' NÖRD '))).toEqual(['d:1']);
    expect(ids(filterRows(rows, ''))).toEqual(['d:1', 'd:2', 'd:3']);
    expect(filterRows(rows, 'xyz')).toEqual([]);
  });
});
