import { describe, expect, it } from 'vitest';
import { chosenColumns, createModelBuilder } from '../../../src/engine/location/linear-model.ts';

describe('a linear model', () => {
  it('holds its rows compressed, with ones where no values are given', () => {
    const builder = createModelBuilder('maximize');
    const chair = builder.addColumn({ cost: 30, upper: 40, whole: false });
    const table = builder.addColumn({ cost: 50 });
    builder.addRow(0, 40, [chair, table], [1, 2]);
    builder.addRow(1, Infinity, [table]);
    expect(builder.build()).toEqual({
      sense: 'maximize',
      columnCount: 2,
      rowCount: 2,
      cost: Float64Array.of(30, 50),
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(40, 1),
      whole: Uint8Array.of(0, 1),
      rowStarts: Int32Array.of(0, 2, 3),
      rowColumns: Int32Array.of(0, 1, 1),
      rowValues: Float64Array.of(1, 2, 1),
      rowLower: Float64Array.of(0, 1),
      rowUpper: Float64Array.of(40, Infinity),
    });
  });

  it('is read by columns that are nearly one; no solution chooses nothing', () => {
    const solution = { status: 'optimal', objective: 0, bound: 0 } as const;
    const values = Float64Array.of(1, 0, 0.9999999, 1e-9, 1);
    expect(chosenColumns({ ...solution, values }, 1, 3)).toEqual([1]);
    expect(chosenColumns({ ...solution, values: new Float64Array(0) }, 0, 3)).toEqual([]);
  });
});
