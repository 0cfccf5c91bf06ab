import { describe, expect, it } from 'vitest';
import {
  combine,
  evaluate,
  type Formula,
  type FormulaToken,
  leaf,
  named,
  printFormula,
  roundedUp,
} from '../../src/indicators/formula.ts';

const text = (tokens: FormulaToken[]) =>
  tokens.map((t) => (t.kind === 'sign' ? t.sign : t.kind === 'term' ? t.term : String(t.value))).join(' ');

const children = leaf('children', 504 * 0.047, 'persons');
const places = combine('times', children, leaf('rate', 0.62));

describe('formulas', () => {
  it('compute and print the same thing', () => {
    expect(evaluate(places)).toBeCloseTo(504 * 0.047 * 0.62, 12);
    expect(text(printFormula(places, 'terms'))).toBe('children × rate');
    expect(text(printFormula(combine('times', leaf('a', 2), leaf('b', 3)), 'values'))).toBe('2 × 3');
  });

  it('set brackets only where they are needed', () => {
    const a = leaf('a', 1);
    const b = leaf('b', 2);
    const c = leaf('c', 3);
    const cases: [Formula, string][] = [
      [combine('times', combine('plus', a, b), c), '( a + b ) × c'],
      [combine('plus', combine('times', a, b), c), 'a × b + c'],
      [combine('minus', a, combine('minus', b, c)), 'a − ( b − c )'],
      [combine('over', a, combine('times', b, c)), 'a ÷ ( b × c )'],
      [combine('min', a, combine('plus', b, c)), 'min ( a ; b + c )'],
      [roundedUp(combine('over', a, b)), '⌈ a ÷ b ⌉'],
    ];
    for (const [formula, printed] of cases) expect(text(printFormula(formula, 'terms'))).toBe(printed);
  });

  it('keep missing missing and a division by zero without a value', () => {
    expect(evaluate(combine('plus', leaf('a', 1), leaf('b', null)))).toBeNull();
    expect(evaluate(combine('over', leaf('a', 1), leaf('b', 0)))).toBeNull();
  });

  it('round up to whole groups, but not for a float’s hair above a whole number', () => {
    expect(evaluate(roundedUp(leaf('groups', 1.2)))).toBe(2);
    expect(evaluate(roundedUp(leaf('groups', 0.1 + 0.2 + 0.7)))).toBe(1);
  });

  it('show a named part by its name in words and by its numbers in values', () => {
    const demand = named('demand', places, 'places');
    expect(text(printFormula(combine('minus', leaf('capacity', 20), demand), 'terms'))).toBe('capacity − demand');
    expect(
      text(
        printFormula(
          combine('minus', leaf('capacity', 20), named('demand', combine('plus', leaf('x', 3), leaf('y', 4)))),
          'values',
        ),
      ),
    ).toBe('20 − ( 3 + 4 )');
  });
});
