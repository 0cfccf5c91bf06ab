/** Where the large arrays of a computation come from. Each begins as zeros. */
export interface Arrays {
  float64(length: number): Float64Array;
  uint32(length: number): Uint32Array;
}

/** Of their own, for results that are kept. */
export const NEW_ARRAYS: Arrays = {
  float64: (length) => new Float64Array(length),
  uint32: (length) => new Uint32Array(length),
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
      const take = <A>(stock: Stock<A>, length: number): A => {
        const array = stock.take(length);
        lent.push(() => stock.put(array));
        return array;
      };
      return {
        float64: (length) => take(float64, length),
        uint32: (length) => take(uint32, length),
        giveBack: () => {
          for (const putBack of lent.splice(0)) putBack();
        },
      };
    },
  };
}

interface Stock<A> {
  take(length: number): A;
  put(array: A): void;
}

function createStock<A extends Float64Array | Uint32Array>(make: (length: number) => A): Stock<A> {
  const byLength = new Map<number, A[]>();
  return {
    take(length) {
      const found = byLength.get(length)?.pop();
      found?.fill(0);
      return found ?? make(length);
    },
    put(array) {
      const same = byLength.get(array.length) ?? [];
      byLength.set(array.length, same);
      same.push(array);
    },
  };
}
