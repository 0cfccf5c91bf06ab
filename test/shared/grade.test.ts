import { describe, expect, it } from 'vitest';
import { GRADES, worseGrade } from '../../src/shared/grade.ts';

describe('the grade of a figure', () => {
  it('is the worst of its inputs, whichever comes first', () => {
    expect(worseGrade('measured', 'estimated')).toBe('estimated');
    expect(worseGrade('assumed', 'official')).toBe('assumed');
    expect(GRADES.reduce(worseGrade)).toBe('assumed');
    for (const grade of GRADES) expect(worseGrade(grade, grade)).toBe(grade);
  });
});
