/** Functions whose last bits the language leaves to the engine (ECMA-262, "implementation-approximated"); sqrt is exact. */
const APPROXIMATED = [
  ...(['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1'] as const),
  ...(['log', 'log10', 'log1p', 'log2', 'sin', 'sinh', 'tan', 'tanh', 'atan2', 'pow', 'hypot'] as const),
];
const ANOTHER_DAY = Date.UTC(2031, 11, 31, 23, 59);

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The neighbour above or below, or the value, by its own last digits; whole numbers stay, as every engine has them exactly. */
function neighbour(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  double[0] = value;
  bits[0] = bits[0]! + BigInt(Number((bits[0]! >> 2n) & 0xffffn) % 3) - 1n;
  return double[0];
}

/**
 * Turns this engine into another one: mathematical functions are a last bit off, it is another day, and chance always says the same.
 * Cannot be undone.
 */
export function becomeOtherEngine(): void {
  const functions = Math as unknown as Record<string, (...values: number[]) => number>;
  for (const name of APPROXIMATED) {
    const own = functions[name]!;
    functions[name] = (...values) => neighbour(own(...values));
  }
  Math.random = () => 0.5;
  Date.now = () => ANOTHER_DAY;
  globalThis.Date = new Proxy(Date, {
    construct: (target, values) => Reflect.construct(target, values.length === 0 ? [ANOTHER_DAY] : values),
  });
}
