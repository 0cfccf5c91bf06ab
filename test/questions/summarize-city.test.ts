import { describe, expect, it } from 'vitest';
import { PACKAGE_FILES } from '../../src/city/package-files.ts';
import type { Manifest, PackageFileRecord } from '../../src/city/types.ts';
import { summarizeCity } from '../../src/questions/summarize-city.ts';
import { tinyCity } from '../fixtures/tiny-city.ts';

const city = tinyCity();
const file = (path: string, features: number | null): PackageFileRecord => ({
  path,
  bytes: 1,
  sha256: '0'.repeat(64),
  features,
  indexBytes: null,
  indexSha256: null,
});
const manifestOf = (files: readonly PackageFileRecord[]): Manifest => ({
  ...city.identity,
  schemaVersion: 1,
  edition: '2026-01-15-0123456789ab',
  services: ['kita-u3'],
  sources: city.sources,
  notes: city.notes,
  files,
});

describe('the summary of a city', () => {
  const manifest = manifestOf([
    file(PACKAGE_FILES.population, 104),
    file(PACKAGE_FILES.facilities, 16),
    file(PACKAGE_FILES.plots, 0),
  ]);

  it('says from the manifest alone what there is, and of what the tables hold nothing yet', () => {
    const { counts, layers, edition, hasBaseMap } = summarizeCity(manifest, city.identity, null);
    expect(counts).toEqual({
      inhabitants: null,
      districtsByLevel: [],
      houses: 16,
      supplyAreas: 0,
      sites: 0,
      plots: 0,
      demandPoints: 104,
    });
    // No layer of plots: the file is there and empty. No base map: no file of it.
    expect(layers).toEqual(['population', 'houses']);
    expect([edition, hasBaseMap]).toEqual(['2026-01-15-0123456789ab', false]);
  });

  it('adds up from the tables whole persons inside the city, and the districts by level', () => {
    const point = city.population[0]!;
    const people = [
      { ...point, total: 10.4 },
      { ...point, total: 10.3 },
      { ...point, total: null },
      { ...point, total: 500, outside: true },
    ];
    const { counts } = summarizeCity(manifest, city.identity, { ...city, population: people });
    expect(counts.inhabitants).toBe(Math.round(10.4 + 10.3));
    expect(counts.districtsByLevel).toEqual([2, 4]);
  });

  it('has no inhabitants, not 0, where no demand point knows any', () => {
    const population = [{ ...city.population[0]!, total: null }];
    expect(summarizeCity(manifest, city.identity, { ...city, population }).counts.inhabitants).toBeNull();
  });
});
