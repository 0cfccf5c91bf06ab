import type { Tags } from './osm-model.ts';

/** A capacity as tagged: the number, or the text that is no usable number. Both `null` if nothing is tagged. */
export interface TaggedCapacity {
  readonly value: number | null;
  readonly unreadable: string | null;
}

/**
 * Reads `capacity`, else `capacity:persons`: a whole number from 1 to 99,999. Anything else (`ca. 45`, `50-60`, `0`, `yes`) stays
 * missing: a capacity is never guessed.
 */
export function capacityByTags(tags: Tags): TaggedCapacity {
  const text = tags.capacity ?? tags['capacity:persons'];
  if (text === undefined) return { value: null, unreadable: null };
  return /^[1-9]\d{0,4}$/.test(text) ? { value: Number(text), unreadable: null } : { value: null, unreadable: text };
}
