import { describe, expect, it } from 'vitest';
import { readTextTable } from '../../../src/pipeline/tables/read-text-table.ts';
import {
  columnIndex,
  filterRows,
  parseCount,
  parseDay,
  parseFigure,
  rowNumber,
} from '../../../src/pipeline/tables/table-cells.ts';
import { problemOf, textSource } from './table-sources.ts';

const table = readTextTable(textSource('Jahr;Art;n\n2011;a;1\n\n2012;a;2\n2012;b;3')).data;
const where = { file: 'tabelle.csv', row: 4, column: 'n' };

describe('cells of a table', () => {
  it('know the row a spreadsheet shows', () => {
    expect([0, 1, 2].map((i) => rowNumber(table, i))).toEqual([2, 4, 5]);
  });

  it('are found by the name of the column, or the names there are are given', () => {
    expect(columnIndex(table, 'n', 'tabelle.csv')).toBe(2);
    expect(problemOf(() => columnIndex(table, 'Anzahl', 'tabelle.csv'))).toEqual({
      code: 'table.column-missing',
      params: { column: 'Anzahl', found: 'Jahr, Art, n' },
      where: { file: 'tabelle.csv' },
    });
  });

  it('hold figures, missing figures, or a mistake with its place', () => {
    expect(parseFigure('1.250,5', {}, where)).toBe(1250.5);
    expect(parseFigure('/', {}, where)).toBeNull();
    expect(parseFigure('-3', {}, where)).toBe(-3);
    expect(problemOf(() => parseFigure('ca. 45', {}, where))).toEqual({
      code: 'table.number',
      params: { found: 'ca. 45', style: 'de' },
      where,
    });
    expect(problemOf(() => parseFigure('1.5', { numbers: 'de' }, where)).code).toBe('table.number');
  });

  it('may write a dash for nobody, if the recipe says so', () => {
    expect(parseFigure('–', {}, where)).toBeNull();
    expect(parseFigure('–', { zero: ['–'] }, where)).toBe(0);
  });

  it('hold no negative number of anything', () => {
    expect(parseCount('0', {}, where)).toBe(0);
    expect(problemOf(() => parseCount('-3', {}, where))).toEqual({
      code: 'table.negative',
      params: { found: '-3' },
      where,
    });
  });

  it('hold days', () => {
    expect(parseDay('1.9.2024', {}, where)).toBe('2024-09-01');
    expect(parseDay('', {}, where)).toBeNull();
    expect(problemOf(() => parseDay('Herbst 2024', {}, where))).toEqual({
      code: 'table.date',
      params: { found: 'Herbst 2024' },
      where,
    });
  });

  it('are filtered by the texts of their row', () => {
    expect(filterRows(table, undefined, 'tabelle.csv')).toEqual([0, 1, 2]);
    expect(filterRows(table, { Jahr: '2012' }, 'tabelle.csv')).toEqual([1, 2]);
    expect(filterRows(table, { Jahr: ['2011', '2012'], Art: 'a' }, 'tabelle.csv')).toEqual([0, 1]);
  });

  it('refuse a filter that its column never meets, or that no row meets as a whole', () => {
    expect(problemOf(() => filterRows(table, { Jahr: '2021' }, 'tabelle.csv'))).toEqual({
      code: 'table.filter-unknown',
      params: { expected: '2021', found: '2011, 2012' },
      where: { file: 'tabelle.csv', column: 'Jahr' },
    });
    expect(problemOf(() => filterRows(table, { Jahr: '2011', Art: 'b' }, 'tabelle.csv'))).toEqual({
      code: 'table.filter-empty',
      params: { columns: 'Jahr, Art' },
      where: { file: 'tabelle.csv' },
    });
  });
});
