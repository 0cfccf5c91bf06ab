import { describe, expect, it } from 'vitest';
import { capacitatedModel, readAssignment } from '../../../src/engine/location/capacitated-model.ts';
import { toMatrix } from './reference.ts';

describe('the model with capacities', () => {
  const matrix = toMatrix([
    [3, 8],
    [Infinity, 2],
  ]);
  const problem = { matrix, demand: Float64Array.of(4, 5), capacities: Float64Array.of(4, 9), count: 1 };

  it('opens only ways that exist, fit and are short enough', () => {
    // Sites are columns 0 and 1. Client 0 fits at both; client 1 has no way to site 0.
    const { columns, model } = capacitatedModel(problem, Float64Array.of(1, 1));
    expect([...columns]).toEqual([2, 3, -1, 4]);
    expect([...model.cost]).toEqual([0, 0, 3, 8, 2]);
    expect([...capacitatedModel(problem, Float64Array.of(1, 1), 5).columns]).toEqual([2, -1, -1, 3]);
    const small = { ...problem, capacities: Float64Array.of(3, 9) };
    expect([...capacitatedModel(small, Float64Array.of(1, 1)).columns]).toEqual([-1, 2, -1, 3]);
  });

  it('is read as the site of each client', () => {
    const { columns } = capacitatedModel(problem, Float64Array.of(1, 1));
    const solution = { status: 'optimal', objective: 10, bound: 10 } as const;
    expect([...readAssignment(matrix, columns, { ...solution, values: Float64Array.of(0, 1, 0, 1, 1) })]).toEqual([
      1, 1,
    ]);
    expect([...readAssignment(matrix, columns, { ...solution, values: new Float64Array(0) })]).toEqual([-1, -1]);
  });
});
