import type { CityContent } from '../../src/city/types.ts';
import { buildSearchIndex, searchCity } from '../../src/questions/search-city.ts';
import { quantile, type Timing, time } from './measure.ts';

/** What a person types, key by key. */
const TYPED = ['hauptstraße', 'am park', 'st. michael', 'kita sonne', 'obere', '48,775 9,18', 'xyz'];

/** Milliseconds to build the index and to answer one key, over every prefix of some typed texts. */
export function timeSearchKeys(city: CityContent): {
  readonly index: Timing;
  readonly key: Timing;
  readonly names: number;
} {
  const searchable = { ...city, places: city.base?.places ?? [] };
  const index = buildSearchIndex(searchable);
  const prefixes = TYPED.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)));
  const values = prefixes.map((text) => time(5, () => searchCity(index, text, 40)).median);
  return {
    index: time(3, () => buildSearchIndex(searchable)),
    key: { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values), runs: prefixes.length },
    names: index.entries.length,
  };
}
