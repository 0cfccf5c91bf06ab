type NumberArray = Float64Array | Int32Array | Uint32Array;

/** A typed array that grows as numbers are added: plain arrays of millions of numbers take several times the memory. */
export class GrowingList<A extends NumberArray> {
  length = 0;
  private items: A;

  constructor(empty: A) {
    this.items = empty;
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new (this.items.constructor as new (length: number) => A)(Math.max(1024, this.length * 2));
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** The numbers added so far, as a copy of exactly that length. */
  toArray(): A {
    return this.items.slice(0, this.length) as A;
  }
}
