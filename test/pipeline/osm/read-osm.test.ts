import { describe, expect, it } from 'vitest';
import { readOsm } from '../../../src/pipeline/osm/read-osm.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { IDLE, noteOf } from './osm-fixtures.ts';
import { type TestExtract, writeOsmPbf, writeOsmXml } from './write-osm.ts';

/** A street from 13.25° to 13.28° with a Kita, a stop, a park and a house at its west end, and a Kita at its east end. */
const TOWN: TestExtract = {
  nodes: [
    { id: 1, lon: 13.25, lat: 53.55 },
    { id: 2, lon: 13.26, lat: 53.55, tags: { highway: 'bus_stop' } },
    { id: 3, lon: 13.28, lat: 53.55 },
    { id: 4, lon: 13.2501, lat: 53.5501, tags: { amenity: 'kindergarten' } },
    { id: 5, lon: 13.2799, lat: 53.5501, tags: { amenity: 'kindergarten' } },
    { id: 11, lon: 13.251, lat: 53.549 },
    { id: 12, lon: 13.252, lat: 53.549 },
    { id: 13, lon: 13.252, lat: 53.551 },
    { id: 14, lon: 13.253, lat: 53.551 },
    { id: 15, lon: 13.254, lat: 53.551 },
    { id: 16, lon: 13.254, lat: 53.552 },
  ],
  ways: [
    { id: 1, refs: [1, 2, 3], tags: { highway: 'residential', name: 'Lange Straße' } },
    { id: 2, refs: [11, 12, 13, 11], tags: { leisure: 'park' } },
    { id: 3, refs: [14, 15, 16, 14], tags: { building: 'house' } },
  ],
  relations: [],
};
const OPTIONS = { epsg: 25833, sourceIndex: 4 };
const xml = new TextEncoder().encode(writeOsmXml(TOWN));

describe('readOsm', () => {
  it('gives everything a city takes from an extract', async () => {
    const { data, notes } = await readOsm({ name: 'town.osm', bytes: xml }, OPTIONS, IDLE);
    // The park counts where one gets into it, so the box ends at the street in the south.
    expect(data.bbox).toEqual([13.25, 53.55, 13.28, 53.552]);
    expect(data.date).toBeNull();
    expect([data.network?.nodeCount, data.network?.edgeCount, data.network?.epsg]).toEqual([3, 2, 25833]);
    expect(data.houses.map(({ id, source }) => `${id} ${source}`)).toEqual(['osm:n4 4', 'osm:n5 4']);
    expect(data.context.map(({ id, source }) => `${id} ${source}`)).toEqual(['osm:n2 4']);
    // The street crosses the park's outline twice: at 13.252° and half-way up the slanting side.
    expect(data.supplyAreas.map(({ accessPoints }) => accessPoints)).toEqual([
      [
        [13.2515, 53.55],
        [13.252, 53.55],
      ],
    ]);
    expect(data.buildings.map(({ residential }) => residential)).toEqual([true]);
    expect(data.streets.map(({ name }) => name)).toEqual(['Lange Straße']);
    expect(noteOf(notes, 'network.built')?.params).toMatchObject({ nodes: 3, edges: 2 });
  });

  it('gives the same from PBF', async () => {
    const fromXml = await readOsm({ name: 'town.osm', bytes: xml }, OPTIONS, IDLE);
    const fromPbf = await readOsm({ name: 'town.osm.pbf', bytes: writeOsmPbf(TOWN) }, OPTIONS, IDLE);
    expect(fromPbf).toEqual(fromXml);
  });

  it('takes only what lies in the box asked for', async () => {
    const bbox = [13.255, 53.54, 13.3, 53.56] as const;
    const { data } = await readOsm({ name: 'town.osm', bytes: xml }, { ...OPTIONS, bbox }, IDLE);
    expect(data.houses.map(({ id }) => id)).toEqual(['osm:n5']);
    expect(data.supplyAreas).toEqual([]);
    expect(data.buildings).toEqual([]);
    expect([data.network?.nodeCount, data.network?.edgeCount]).toEqual([2, 1]);
    expect(data.bbox).toEqual([13.26, 53.55, 13.28, 53.5501]);
  });

  it('refuses an extract of which nothing lies in the box', async () => {
    const reading = readOsm({ name: 'town.osm', bytes: xml }, { ...OPTIONS, bbox: [9, 48, 9.1, 48.1] }, IDLE);
    await expect(reading).rejects.toMatchObject({
      problem: { code: 'osm.nothing-inside', where: { file: 'town.osm' } },
    });
  });

  it('refuses a coordinate system it does not know', async () => {
    const reading = readOsm({ name: 'town.osm', bytes: xml }, { ...OPTIONS, epsg: 1 }, IDLE);
    await expect(reading).rejects.toMatchObject({ problem: { code: 'city.crs-unknown' } });
  });

  it('tells how far it is, never backwards within a step', async () => {
    const told: string[] = [];
    const last: Record<string, number> = {};
    const progress = (step: string, fraction: number) => {
      expect(fraction).toBeGreaterThanOrEqual(last[step] ?? 0);
      expect(fraction).toBeLessThanOrEqual(1);
      last[step] = fraction;
      if (told.at(-1) !== step) told.push(step);
    };
    await readOsm({ name: 'town.osm', bytes: xml }, OPTIONS, { ...IDLE, progress });
    expect(told).toEqual(['osm', 'network', 'facilities', 'base']);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    let steps = 0;
    const progress = () => {
      steps++;
      controller.abort();
    };
    const reading = readOsm({ name: 'town.osm', bytes: xml }, OPTIONS, { signal: controller.signal, progress });
    await expect(reading).rejects.toBeInstanceOf(ProblemError);
    expect(steps).toBe(1);
  });
});
