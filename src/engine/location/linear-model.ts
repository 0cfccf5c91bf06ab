/**
 * A linear model with whole-number columns, independent of any solver: optimise Σ cost × column, subject to lower ≤ Σ value × column ≤
 * upper per row and lower ≤ column ≤ upper. Rows are compressed: row r has the entries `rowStarts[r] … rowStarts[r + 1]`.
 */
export interface LinearModel {
  readonly sense: 'minimize' | 'maximize';
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 for columns that must be whole. */
  readonly whole: Uint8Array;
  readonly rowStarts: Int32Array;
  readonly rowColumns: Int32Array;
  readonly rowValues: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

/** A solver's answer. */
export interface LinearSolution {
  /** `limit`: stopped by time; `values` is then the best solution so far, or empty if there is none. */
  readonly status: 'optimal' | 'infeasible' | 'limit';
  readonly values: Float64Array;
  readonly objective: number;
  /** No solution is better than this. */
  readonly bound: number;
}

/**
 * A question that needs a solver: yields models, is given their solutions, returns the answer. The engine only builds and reads; who
 * runs the steps (the worker) may wait.
 */
export type SolverSteps<Answer> = Generator<LinearModel, Answer, LinearSolution>;

export interface ColumnOptions {
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly whole?: boolean;
}

export interface ModelBuilder {
  /** Adds a column (0 ≤ column ≤ 1, whole, at no cost unless said otherwise) and returns its number. */
  addColumn(options?: ColumnOptions): number;
  /** Adds a row over distinct columns; all values are 1 unless given. */
  addRow(lower: number, upper: number, columns: ArrayLike<number>, values?: ArrayLike<number>): void;
  build(): LinearModel;
}

export function createModelBuilder(sense: LinearModel['sense']): ModelBuilder {
  const cost: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const whole: number[] = [];
  const rowStarts: number[] = [0];
  const rowColumns: number[] = [];
  const rowValues: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  return {
    addColumn: (options = {}) => {
      lower.push(options.lower ?? 0);
      upper.push(options.upper ?? 1);
      whole.push(options.whole === false ? 0 : 1);
      return cost.push(options.cost ?? 0) - 1;
    },
    addRow: (low, high, columns, values) => {
      for (let i = 0; i < columns.length; i++) {
        rowColumns.push(columns[i]!);
        rowValues.push(values === undefined ? 1 : values[i]!);
      }
      rowStarts.push(rowColumns.length);
      rowLower.push(low);
      rowUpper.push(high);
    },
    build: () => ({
      sense,
      columnCount: cost.length,
      rowCount: rowLower.length,
      cost: Float64Array.from(cost),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      whole: Uint8Array.from(whole),
      rowStarts: Int32Array.from(rowStarts),
      rowColumns: Int32Array.from(rowColumns),
      rowValues: Float64Array.from(rowValues),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
    }),
  };
}

/** Columns `first … first + count` whose value is (nearly) one, numbered from 0. */
export function chosenColumns(solution: LinearSolution, first: number, count: number): readonly number[] {
  const chosen: number[] = [];
  for (let i = 0; i < count; i++) if (solution.values[first + i]! > 0.5) chosen.push(i);
  return chosen;
}
