const EXACT = Number.MAX_SAFE_INTEGER;

/** Quotient and remainder of `a × b ÷ c` for whole numbers, exact at any size. */
function multiplyDivide(a: number, b: number, c: number): [quotient: number, remainder: number] {
  if (a * b > EXACT) {
    const product = BigInt(a) * BigInt(b);
    return [Number(product / BigInt(c)), Number(product % BigInt(c))];
  }
  // The quotient of two exact numbers may round up to the next whole number, never further.
  const quotient = Math.floor((a * b) / c);
  const remainder = a * b - quotient * c;
  return remainder < 0 ? [quotient - 1, remainder + c] : [quotient, remainder];
}

/**
 * Splits a whole number over whole weights so that the parts add up to it exactly: each gets its share rounded down, what is left goes to
 * the largest remainders (Hare/Niemeyer), of equal ones to the first. All numbers ≥ 0, at most 2^53; the weights' sum > 0, or
 * `RangeError`. Cost: one sort of the weights.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0) || sum > EXACT)
    throw new RangeError(`weights must add up to more than 0 and at most 2^53, not ${sum}`);
  const shares = weights.map((weight) => multiplyDivide(total, weight, sum));
  const parts = shares.map(([quotient]) => quotient);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const order = shares.map(([, remainder], index) => ({ remainder, index }));
  order.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let i = 0; i < left; i++) parts[(order[i] as { index: number }).index]!++;
  return parts;
}
