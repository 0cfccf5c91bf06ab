import { describe, expect, it } from 'vitest';
import { fail, note, ProblemError, problem } from '../../src/shared/problem.ts';

describe('a problem', () => {
  it('carries its code, its parameters and, where known, its place', () => {
    expect(problem('gap.limit-invalid', { found: '0' })).toEqual({ code: 'gap.limit-invalid', params: { found: '0' } });
    expect(problem('gap.limit-invalid', { found: '0' }, { file: 'a.csv', row: 3 }).where).toEqual({
      file: 'a.csv',
      row: 3,
    });
  });

  it('is thrown with its code in the message', () => {
    expect(() => fail('gap.limit-too-large', { found: 2001, largest: 2000 })).toThrow('gap.limit-too-large');
    try {
      fail('gap.limit-too-large', { found: 2001, largest: 2000 });
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      expect((error as ProblemError).problem.params).toEqual({ found: 2001, largest: 2000 });
    }
    expect.assertions(3);
  });

  it('that stops nothing is a note, with the number of objects concerned', () => {
    expect(note('warning', 'app.unexpected', { detail: 'x' }, { count: 4 })).toEqual({
      severity: 'warning',
      code: 'app.unexpected',
      params: { detail: 'x' },
      count: 4,
    });
  });
});
