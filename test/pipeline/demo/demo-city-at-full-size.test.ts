import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { House } from '../../../src/city/types.ts';
import { writeCity } from '../../../src/city/write-city.ts';
import { readOsm } from '../../../src/pipeline/osm/read-osm.ts';
import type { ServiceId } from '../../../src/shared/services.ts';
import { demoCity, silent } from './demo-cities.ts';
import { measureStreets } from './measure-streets.ts';

const city = demoCity(1);
const inside = city.population.filter((p) => !p.outside);
const persons = (band: number) => inside.reduce((sum, p) => sum + (p.persons[band] ?? 0), 0);

function places(service: ServiceId, pick: (house: House) => boolean = () => true): number {
  let sum = 0;
  for (const house of city.houses) {
    if (house.outside || !pick(house)) continue;
    for (const offer of house.offers) {
      if (offer.service === service && offer.status === 'existing') sum += offer.capacityApproved.value ?? 0;
    }
  }
  return sum;
}

describe('Musterstadt at full size', () => {
  it('has the size of Stuttgart', () => {
    const inhabitants = inside.reduce((sum, p) => sum + (p.total ?? 0), 0);
    expect(Math.abs(inhabitants - 600_000)).toBeLessThan(6000);
    expect(city.districts.filter((d) => d.level === 1)).toHaveLength(23);
    const quarters = city.districts.filter((d) => d.level === 2).length;
    expect(quarters).toBeGreaterThanOrEqual(135);
    expect(quarters).toBeLessThanOrEqual(170);
    expect(city.districts.slice(0, 5).map((d) => d.name)).toEqual(['Mitte', 'Nord', 'Ost', 'Süd', 'West']);
  });

  it('has network, cells, houses, areas, sites and plots in the numbers the program is made for', () => {
    const between = (value: number, low: number, high: number) => {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    };
    between(city.network!.nodeCount, 130_000, 165_000);
    between(city.population.length, 16_000, 26_000);
    between(city.houses.length + city.supplyAreas.length, 2300, 3200);
    between(city.base!.buildings.length, 60_000, 95_000);
    between(city.catchments.length, 80, 125);
    expect(city.sites).toHaveLength(60);
    expect(city.plots).toHaveLength(120);
    const services = new Set([
      ...city.houses.flatMap((h) => h.offers.map((o) => o.service)),
      ...city.supplyAreas.flatMap((a) => a.services),
    ]);
    expect(services.size).toBeGreaterThanOrEqual(14);
  });

  it('meets about nine tenths of the Kita places it aims at, unevenly', () => {
    const need = 0.62 * (persons(0) + persons(1));
    expect(places('kita-u3') / need).toBeGreaterThan(0.8);
    expect(places('kita-u3') / need).toBeLessThan(1);
    const rates = city.districts
      .filter((d) => d.level === 2)
      .flatMap((district) => {
        const children = inside
          .filter((p) => p.districts[1] === district.id)
          .reduce((sum, p) => sum + (p.persons[0] ?? 0) + (p.persons[1] ?? 0), 0);
        return children < 40 ? [] : [places('kita-u3', (h) => h.districts[1] === district.id) / (0.62 * children)];
      });
    expect(rates.filter((r) => r < 0.6).length).toBeGreaterThan(5);
    expect(rates.filter((r) => r > 1.05).length).toBeGreaterThan(5);
  });

  it('leaves figures out where real lists do, and says how many', () => {
    const offers = city.houses.flatMap((h) => h.offers.filter((o) => o.status === 'existing'));
    const missing = offers.filter((o) => o.capacityAvailable.value === null).length;
    const note = city.notes.find((n) => n.code === 'pipeline.demo.places-missing');
    expect(note?.params).toEqual({ offers: missing });
    expect(missing).toBeGreaterThan(50);
    expect(city.houses.filter((h) => h.stepFree === null).length).toBeGreaterThan(100);
    const hidden = city.population.filter((p) => p.persons.every((value) => value === null));
    expect(hidden.every((p) => (p.total ?? 0) < 3)).toBe(true);
    expect(city.social.some((s) => s.rows.some((r) => r.masked && r.numerator === null))).toBe(true);
  });

  it('holds houses to come and sites in all stages', () => {
    const statuses = new Set(city.houses.flatMap((h) => h.offers.map((o) => o.status)));
    expect([...statuses].sort()).toEqual(['existing', 'idea', 'planned', 'secured']);
    expect(new Set(city.sites.map((s) => s.stage)).size).toBe(15);
    expect(city.sites.some((s) => s.infill) && city.sites.some((s) => s.sideState === 'dormant')).toBe(true);
    const dwellings = city.sites.flatMap((s) => (s.dwellings === null ? [] : [s.dwellings]));
    expect(Math.min(...dwellings)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...dwellings)).toBeLessThanOrEqual(2000);
  });

  it('knows people, houses and villages beyond its border', () => {
    expect(city.population.filter((p) => p.outside).length).toBeGreaterThan(1000);
    expect(city.houses.filter((h) => h.outside).length).toBeGreaterThan(20);
    expect(city.base!.places.filter((p) => p.kind === 'village').length).toBeGreaterThan(10);
  });

  it('fits into 40 MB', async () => {
    const { manifest } = await writeCity(city);
    expect(manifest.files.reduce((sum, file) => sum + file.bytes, 0)).toBeLessThan(40e6);
  });
});

function neubrandenburg(): Uint8Array | null {
  try {
    return readFileSync(new URL('../../../../shared/data/osm/neubrandenburg.osm.pbf', import.meta.url));
  } catch {
    console.log('skipped: ../shared/data/osm/neubrandenburg.osm.pbf is not here');
    return null;
  }
}

describe('the streets of Musterstadt beside those of Neubrandenburg', () => {
  const bytes = neubrandenburg();
  it.skipIf(bytes === null)('meet, end and enclose blocks alike', async () => {
    const source = { name: 'neubrandenburg.osm.pbf', bytes: bytes! };
    const real = measureStreets((await readOsm(source, { epsg: 25833, sourceIndex: 0 }, silent)).data.base);
    const demo = measureStreets(city.base!);
    // A junction has three arms in about two of three cases in both; the larger city has more crossings and fewer dead ends.
    expect(Math.abs(demo.degreeShares.three - real.degreeShares.three)).toBeLessThan(0.08);
    expect(Math.abs(demo.degreeShares.four - real.degreeShares.four)).toBeLessThan(0.12);
    expect(Math.abs(demo.degreeShares.one - real.degreeShares.one)).toBeLessThan(0.12);
    expect(demo.blockSquareMeters.median).toBeGreaterThan(real.blockSquareMeters.lower);
    expect(demo.blockSquareMeters.median).toBeLessThan(real.blockSquareMeters.upper);
  });
});
