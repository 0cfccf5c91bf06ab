import { generateKeyBetween } from 'fractional-indexing';

/** Something with a place among its siblings. */
export interface Placed {
  readonly id: string;
  readonly order: string;
}

/** Sorts by place; two that were put at the same place without knowing of each other stand side by side, by id. */
export function comparePlaces(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The place behind all siblings. */
export function placeAtEnd(siblings: Iterable<Placed>): string {
  let last: string | null = null;
  for (const { order } of siblings) if (last === null || order > last) last = order;
  return generateKeyBetween(last, null);
}

/**
 * The place directly behind a sibling, or before all (`null`). Behind siblings that share one key it is the place behind the last of
 * them: between two equal keys there is none.
 */
export function placeBehind(siblings: Iterable<Placed>, before: Placed | null): string {
  let next: string | null = null;
  for (const { order } of siblings) {
    if ((before === null || order > before.order) && (next === null || order < next)) next = order;
  }
  return generateKeyBetween(before?.order ?? null, next);
}
