import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/city/canonical-json.ts';
import { openCity } from '../../src/city/open-city.ts';
import { memoryPackageSource } from '../../src/city/package-source.ts';
import { readCity } from '../../src/city/read-city.ts';
import type { CityContent } from '../../src/city/types.ts';
import { writeCity } from '../../src/city/write-city.ts';
import { tinyCity } from './tiny-city.ts';

/** Layers come back in Hilbert order; sorted by their own text, two cities can be compared whole. */
function sorted(city: CityContent): CityContent {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && !Array.isArray(value[0])) {
      return value.toSorted((a, b) => (canonicalJson([a]) < canonicalJson([b]) ? -1 : 1));
    }
    return value;
  };
  const layers = Object.entries(city).map(([key, value]) => [key, sort(value)]);
  const base = Object.entries(city.base ?? {}).map(([key, value]) => [key, sort(value)]);
  return { ...Object.fromEntries(layers), base: city.base === null ? null : Object.fromEntries(base) } as CityContent;
}

describe('writeCity', () => {
  it('writes a city that reads back whole, missing values included', async () => {
    const city = tinyCity();
    const { files } = writeCity(city);
    const back = await readCity(await openCity(memoryPackageSource(files)));
    expect(sorted(back)).toEqual(sorted(city));
  });
});
