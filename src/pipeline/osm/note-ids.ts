const MOST_IDS = 50;

/** Ids for a note, in the order given: all of them, or the first fifty and an ellipsis. */
export function listIds(ids: readonly string[]): string {
  return ids.length <= MOST_IDS ? ids.join(', ') : `${ids.slice(0, MOST_IDS).join(', ')}, …`;
}
