/** Where the large arrays of a computation come from. */
export interface Arrays {
  /** Zeros. */
  float64(length: number): Float64Array;
  uint32(length: number): Uint32Array;
  copyOf(values: Float64Array): Float64Array;
}

/** Of their own, for results that are kept. */
export const NEW_ARRAYS: Arrays = {
  float64: (length) => new Float64Array(length),
  uint32: (length) => new Uint32Array(length),
  copyOf: (values) => values.slice(),
};

/** Arrays of one result, until they are given back: then the next may overwrite them. */
export interface Loan extends Arrays {
  giveBack(): void;
}

/**
 * Arrays that are used again, for results of which only a few numbers are kept: a browser's memory that was never written to costs more
 * time than what is computed in it. What a loan does not give back is lost to the pool, no more.
 */
export interface ArrayPool {
  lend(): Loan;
}

export function createArrayPool(): ArrayPool {
  const float64 = createStock((length) => new Float64Array(length));
  const uint32 = createStock((length) => new Uint32Array(length));
  return {
    lend() {
      const lent: (() => void)[] = [];
      const note = <A>(stock: Stock<A>, array: A): A => {
        lent.push(() => stock.put(array));
        return array;
      };
      return {
        float64: (length) => note(float64, float64.zeros(length)),
        uint32: (length) => note(uint32, uint32.zeros(length)),
        copyOf: (values) => note(float64, float64.copyOf(values)),
        giveBack: () => {
          for (const putBack of lent.splice(0)) putBack();
        },
      };
    },
  };
}

interface Stock<A> {
  zeros(length: number): A;
  copyOf(values: ArrayLike<number>): A;
  put(array: A): void;
}

function createStock<A extends Float64Array | Uint32Array>(make: (length: number) => A): Stock<A> {
  const byLength = new Map<number, A[]>();
  const free = (length: number) => byLength.get(length)?.pop();
  return {
    zeros(length) {
      const found = free(length);
      found?.fill(0);
      return found ?? make(length);
    },
    copyOf(values) {
      const copy = free(values.length) ?? make(values.length);
      copy.set(values);
      return copy;
    },
    put(array) {
      const same = byLength.get(array.length) ?? [];
      byLength.set(array.length, same);
      same.push(array);
    },
  };
}
