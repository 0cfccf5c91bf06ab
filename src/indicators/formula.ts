/**
 * Formula trees: one tree computes a figure and prints it, so that what is shown is what was computed. Leaves carry a term code (turned
 * into words by `i18n`), a value and a unit code; `null` is a missing value and makes every result that needs it missing.
 */
export type Formula =
  | { readonly kind: 'leaf'; readonly term: string; readonly value: number | null; readonly unit: string | null }
  | { readonly kind: 'times' | 'plus' | 'minus' | 'over' | 'min' | 'max'; readonly parts: readonly Formula[] }
  | { readonly kind: 'ceil'; readonly part: Formula }
  | { readonly kind: 'named'; readonly term: string; readonly unit: string | null; readonly formula: Formula };

export function leaf(term: string, value: number | null, unit: string | null = null): Formula {
  return { kind: 'leaf', term, value, unit };
}

export function combine(
  kind: 'times' | 'plus' | 'minus' | 'over' | 'min' | 'max',
  ...parts: readonly Formula[]
): Formula {
  return { kind, parts };
}

export function named(term: string, formula: Formula, unit: string | null = null): Formula {
  return { kind: 'named', term, formula, unit };
}

export function roundedUp(part: Formula): Formula {
  return { kind: 'ceil', part };
}

/** The value of a tree; `null` where a part is missing or a divisor is 0 (never NaN, never a silent 0). */
export function evaluate(formula: Formula): number | null {
  switch (formula.kind) {
    case 'leaf':
      return formula.value;
    case 'named':
      return evaluate(formula.formula);
    case 'ceil': {
      const value = evaluate(formula.part);
      // Sums of floats may lie a hair above a whole number: that hair is no further group.
      return value === null ? null : Math.ceil(value - 1e-9);
    }
    default:
      return combineValues(formula.kind, formula.parts.map(evaluate));
  }
}

function combineValues(
  kind: 'times' | 'plus' | 'minus' | 'over' | 'min' | 'max',
  values: readonly (number | null)[],
): number | null {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < values.length || known.length === 0) return null;
  const [first, ...rest] = known as [number, ...number[]];
  switch (kind) {
    case 'times':
      return rest.reduce((product, value) => product * value, first);
    case 'plus':
      return rest.reduce((sum, value) => sum + value, first);
    case 'minus':
      return rest.reduce((difference, value) => difference - value, first);
    case 'over':
      return rest.reduce<number | null>(
        (quotient, value) => (quotient === null || value === 0 ? null : quotient / value),
        first,
      );
    case 'min':
      return Math.min(...known);
    case 'max':
      return Math.max(...known);
  }
}

/** What a printed formula is made of; `i18n` turns terms and units into words. */
export type FormulaToken =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'value'; readonly value: number | null; readonly unit: string | null }
  | { readonly kind: 'sign'; readonly sign: '×' | '+' | '−' | '÷' | '(' | ')' | '=' | 'min' | 'max' | '⌈' | '⌉' | ';' };

const SIGNS = { times: '×', plus: '+', minus: '−', over: '÷', min: ';', max: ';' } as const;
const RANK = { plus: 1, minus: 1, times: 2, over: 2, min: 3, max: 3 } as const;

/** Prints a tree in words (`'terms'`) or with its numbers (`'values'`); brackets only where needed. */
export function printFormula(formula: Formula, what: 'terms' | 'values', outer = 0): FormulaToken[] {
  switch (formula.kind) {
    case 'leaf':
      return what === 'terms'
        ? [{ kind: 'term', term: formula.term }]
        : [{ kind: 'value', value: formula.value, unit: formula.unit }];
    case 'named':
      return what === 'terms' ? [{ kind: 'term', term: formula.term }] : printFormula(formula.formula, what, outer);
    case 'ceil':
      return [{ kind: 'sign', sign: '⌈' }, ...printFormula(formula.part, what), { kind: 'sign', sign: '⌉' }];
    default: {
      const rank = RANK[formula.kind];
      const isFunction = rank === 3;
      // The right side of − and ÷ needs brackets at equal rank too.
      const inner = formula.parts.flatMap((part, i) => {
        const needed = isFunction
          ? 0
          : i > 0 && (formula.kind === 'minus' || formula.kind === 'over')
            ? rank + 0.5
            : rank;
        const printed = printFormula(part, what, needed);
        return i === 0 ? printed : [{ kind: 'sign', sign: SIGNS[formula.kind] } as FormulaToken, ...printed];
      });
      const open: FormulaToken[] = isFunction ? [{ kind: 'sign', sign: formula.kind as 'min' | 'max' }] : [];
      return isFunction || rank < outer
        ? [...open, { kind: 'sign', sign: '(' }, ...inner, { kind: 'sign', sign: ')' }]
        : inner;
    }
  }
}
