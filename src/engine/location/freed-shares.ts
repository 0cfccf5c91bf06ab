/**
 * Who bears a freed place: it is charged to neighbourhoods with shares ≥ 0 that add up to at most one. A slot is the use of one freed
 * place by one neighbourhood.
 */
export interface FreedShares {
  /** Share per slot. */
  readonly values: readonly number[];
  /** Slot of a freed place in a neighbourhood. The first to free a place bears it alone until shares are moved. */
  slotOf(key: number, home: number): number;
  /** Gives the slots of all places shares in proportion to `weights` per slot (evenly where they are zero). */
  spread(weights: Float64Array): void;
  /** Moves shares towards some slots (each once) by `step` per place, taken from the others of the same place. */
  move(slots: Iterable<number>, step: number): void;
}

export function createFreedShares(homeCount: number): FreedShares {
  const values: number[] = [];
  const keyBySlot: number[] = [];
  const slotByUse = new Map<number, number>();
  const slotsByKey = new Map<number, number[]>();
  const scale = (slots: readonly number[]) => {
    let sum = 0;
    for (const slot of slots) sum += values[slot]!;
    for (const slot of slots) values[slot] = sum > 0 ? values[slot]! / sum : 1 / slots.length;
  };
  return {
    values,
    slotOf: (key, home) => {
      const use = key * homeCount + home;
      const known = slotByUse.get(use);
      if (known !== undefined) return known;
      const slot = values.length;
      const others = slotsByKey.get(key);
      if (others === undefined) slotsByKey.set(key, [slot]);
      else others.push(slot);
      values.push(others === undefined ? 1 : 0);
      keyBySlot.push(key);
      slotByUse.set(use, slot);
      return slot;
    },
    spread: (weights) => {
      for (let slot = 0; slot < values.length; slot++) values[slot] = weights[slot]!;
      for (const slots of slotsByKey.values()) scale(slots);
    },
    move: (slots, step) => {
      const touched = new Set<number>();
      for (const slot of slots) {
        const shared = slotsByKey.get(keyBySlot[slot]!)!;
        if (shared.length === 1) continue;
        values[slot]! += step;
        touched.add(keyBySlot[slot]!);
      }
      for (const key of touched) scale(slotsByKey.get(key)!);
    },
  };
}
