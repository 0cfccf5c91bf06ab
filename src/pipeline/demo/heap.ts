/** A binary heap of numbered items by key; equal keys come out by number, so that the order never depends on history. */
export class Heap {
  private readonly keys: number[] = [];
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number, key: number): void {
    let i = this.items.length;
    this.items.push(item);
    this.keys.push(key);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.before(key, item, parent)) break;
      this.keys[i] = this.keys[parent]!;
      this.items[i] = this.items[parent]!;
      i = parent;
    }
    this.keys[i] = key;
    this.items[i] = item;
  }

  /** Takes the item with the smallest key; the key is left in {@link lastKey}. */
  pop(): number {
    const top = this.items[0]!;
    this.lastKey = this.keys[0]!;
    const key = this.keys.pop()!;
    const item = this.items.pop()!;
    const count = this.items.length;
    if (count === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && this.before(this.keys[child + 1]!, this.items[child + 1]!, child)) child++;
      if (this.before(key, item, child)) break;
      this.keys[i] = this.keys[child]!;
      this.items[i] = this.items[child]!;
      i = child;
    }
    this.keys[i] = key;
    this.items[i] = item;
    return top;
  }

  lastKey = 0;

  private before(key: number, item: number, other: number): boolean {
    const otherKey = this.keys[other]!;
    return key < otherKey || (key === otherKey && item < this.items[other]!);
  }
}
